import { type Command, Option } from 'commander';
import { withData } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import { wholeNumber } from './number-option.ts';
import type { SensorFlags } from './sensors/command.ts';

type LeaveWith = (code: number) => void;

/** `doctor`: the examination. */
export function addDoctor(pulsepace: Command, io: Io, leaveWith: LeaveWith): void {
  withData(pulsepace.command('doctor'))
    .description('what stands between a strap and this program; ends with 4 where Bluetooth fails')
    .addHelpText('before', examples('doctor', 'doctor --json', 'doctor --sound'))
    .option('--sound', 'play each sound and each spoken level instead, naming it first')
    .action(async (flags: SensorFlags & { sound?: boolean }) => {
      if (flags.sound === true) {
        const { hearSounds } = await import('./hear-sounds.ts');
        return leaveWith(await hearSounds(io));
      }
      const { examine } = await import('./examine.ts');
      leaveWith(await examine(io, flags));
    });
}

/** `sensors`: the straps in reach and those remembered. */
export function addSensors(pulsepace: Command, io: Io, leaveWith: LeaveWith): void {
  const sensors = pulsepace
    .command('sensors')
    .description('heart straps: find one, choose whose is worn, name it')
    .addHelpText(
      'before',
      examples('sensors scan', 'sensors use "Polar H10"', 'sensors name "Polar H10" mine'),
    );
  withData(sensors.command('list', { isDefault: true }))
    .description('those remembered; * is worn where none is named')
    .addHelpText('before', examples('sensors', 'sensors list --json'))
    .action(async (flags: SensorFlags) => {
      const { listSensors } = await import('./sensors/command.ts');
      leaveWith(await listSensors(io, flags));
    });
  withData(sensors.command('scan'))
    .description('those in reach; on a terminal keys listen to one and take it')
    .addHelpText('before', examples('sensors scan', 'sensors scan --seconds 5 --json'))
    .addOption(
      new Option('--seconds <n>', 'how long to listen, where there is no terminal')
        .argParser(wholeNumber(1, 300))
        .default(10),
    )
    .action(async (flags: SensorFlags & { seconds: number }) => {
      const { scanSensors } = await import('./sensors/command.ts');
      leaveWith(await scanSensors(io, flags));
    });
  withData(sensors.command('use <name>'))
    .description('wear this one from now on: a name, nickname or id')
    .addHelpText('before', examples('sensors use "Polar H10"'))
    .action(async (name: string, flags: SensorFlags) => {
      const { wearSensor } = await import('./sensors/command.ts');
      leaveWith(await wearSensor(io, name, flags));
    });
  withData(sensors.command('name <name> <nickname>'))
    .description('call one by a name of your own; an empty nickname takes it away')
    .addHelpText('before', examples('sensors name "Polar H10" mine'))
    .action(async (name: string, nickname: string, flags: SensorFlags) => {
      const { renameSensor } = await import('./sensors/command.ts');
      leaveWith(await renameSensor(io, name, nickname, flags));
    });
  withData(sensors.command('forget <name>'))
    .description('remember one no longer')
    .addHelpText('before', examples('sensors forget "Polar H10"'))
    .action(async (name: string, flags: SensorFlags) => {
      const { dropSensor } = await import('./sensors/command.ts');
      leaveWith(await dropSensor(io, name, flags));
    });
}
