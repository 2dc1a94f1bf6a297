import type { Command } from 'commander';
import { type DataFlags, withData, withPlace } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';

/** The table of `profile`. */
export function addProfile(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  const profile = pulsepace
    .command('profile')
    .description('what the program knows of you: age, pulses, limits and where they come from')
    .addHelpText(
      'before',
      examples('profile', 'profile edit', 'profile set birthYear 1961', 'profile limits'),
    );
  withData(profile.command('list', { isDefault: true }))
    .description('every setting; on a terminal, while nothing is set, the form')
    .addHelpText('before', examples('profile list', 'profile list --json'))
    .action(async (flags: DataFlags) => {
      const { profile: shown } = await import('./profile-form.ts');
      leaveWith(await shown(io, flags));
    });
  withPlace(profile.command('edit'))
    .description('fill them in, on a terminal')
    .addHelpText('before', examples('profile edit'))
    .action(async (flags: DataFlags) => {
      const { formOnTerminal } = await import('./profile-form.ts');
      leaveWith(await formOnTerminal(io, flags));
    });
  withData(profile.command('get [key]'))
    .description('one setting, or all')
    .addHelpText('before', examples('profile get', 'profile get theme'))
    .action(async (key: string | undefined, flags: DataFlags) => {
      const { getSetting } = await import('./profile.ts');
      leaveWith(await getSetting(io, key, flags));
    });
  withPlace(profile.command('set <key> <value>'))
    .description('change a setting')
    .addHelpText('before', examples('profile set betaBlockers yes', 'profile set cautionBpm 85'))
    .action(async (key: string, value: string, flags: DataFlags) => {
      const { setSetting } = await import('./profile.ts');
      leaveWith(await setSetting(io, { key, value }, flags));
    });
  withPlace(profile.command('unset <key>'))
    .description('forget a setting')
    .addHelpText('before', examples('profile unset theme'))
    .action(async (key: string, flags: DataFlags) => {
      const { setSetting } = await import('./profile.ts');
      leaveWith(await setSetting(io, { key }, flags));
    });
  withData(profile.command('limits [take]'))
    .description('your pulse limits, where they come from, and what fits you; accept or usual')
    .addHelpText(
      'before',
      examples('profile limits', 'profile limits accept', 'profile limits usual'),
    )
    .action(async (take: string | undefined, flags: DataFlags) => {
      const { profileLimits } = await import('./profile-limits.ts');
      leaveWith(await profileLimits(io, take, flags));
    });
}
