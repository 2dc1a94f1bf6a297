import { Argument, type Command } from 'commander';
import { type Shell, shells } from './completion/shells.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';

const howToInstall = `
bash  put \`eval "$(pulsepace completion bash)"\` into ~/.bashrc
zsh   put \`eval "$(pulsepace completion zsh)"\` into ~/.zshrc, behind compinit
fish  pulsepace completion fish > ~/.config/fish/completions/pulsepace.fish
`;

export function addCompletion(pulsepace: Command, io: Io): void {
  pulsepace
    .command('completion')
    .description('a script that lets your shell complete commands, flags, routines and sessions')
    .addArgument(new Argument('<shell>', 'which one').choices(shells))
    .addHelpText('before', examples('completion bash'))
    .addHelpText('after', howToInstall)
    .action(async (shell: Shell) => {
      const { completionScripts } = await import('./completion/scripts.ts');
      io.stdout.write(completionScripts[shell]);
    });
}

/** `whole` is the table of all commands, which the manual is about. */
export function addMan(pulsepace: Command, io: Io, whole: () => Command): void {
  pulsepace
    .command('man')
    .description('the manual page, in the form that man reads')
    .addHelpText('before', examples('man | man -l -'))
    .action(async () => {
      const { manPage } = await import('./man-page.ts');
      io.stdout.write(manPage(whole()));
    });
}

/** What the shells ask at a Tab; `whole` is the table of all commands. */
export function addComplete(pulsepace: Command, io: Io, whole: () => Command): void {
  pulsepace.command('complete <line>', { hidden: true }).action(async (line: string) => {
    const { complete } = await import('./completion/complete.ts');
    await complete(io, whole(), line);
  });
}
