import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeSession } from '../../commands/stored-session.ts';
import { header, recordedFacts } from '../../journal/samples.ts';
import { emptyFolder } from '../pulsepace.ts';
import { onPath, pathWithProgram } from '../shell.ts';
import { type RealTerminal, terminal } from '../terminal.ts';

const [tab, wipe] = ['\t', '\u0015'];

/** How each shell is started without anybody's settings, and told our script and a prompt to be recognized. */
const shells = {
  bash: {
    program: ['bash', '--norc', '--noprofile', '-i'],
    setUp: 'eval "$(pulsepace completion bash)"; PS1="ready> "',
  },
  zsh: {
    program: ['zsh', '-f', '-i'],
    setUp:
      'autoload -Uz compinit; compinit -u -D; eval "$(pulsepace completion zsh)"; PROMPT="ready> "',
  },
  fish: {
    program: ['fish', '--no-config', '-i'],
    setUp:
      'pulsepace completion fish | source; set -g fish_autosuggestion_enabled 0; function fish_prompt; echo -n "ready> "; end',
  },
} as const;

/** What is typed before a Tab, and what then stands there. */
const completed: readonly (readonly [what: string, typed: string, stands: string])[] = [
  ['a command', 'tra', 'train'],
  ['a subcommand', 'routines sche', 'routines schema'],
  ['a flag', 'watch --the', 'watch --theme'],
  ['a value that the table lists', 'watch --theme hi', 'watch --theme high-contrast'],
  ['a value behind =', 'train --cues=wa', 'train --cues=warnings'],
  ['a format', 'export last --format tc', 'export last --format tcx'],
  ['a routine', 'routines show capi', 'routines show capillaries'],
  ['a session', 'log show ab', 'log show ab12cd'],
  ['a setting', 'profile set betaB', 'profile set betaBlockers'],
  ['a strap, spaces and all', 'sensors forget Pol', 'sensors forget Polar\\ H10'],
  [
    'a simulated person',
    'rest --sensor simulator:person=ol',
    'rest --sensor simulator:person=older',
  ],
  ['a file', 'routines check my-r', 'routines check my-routine.yaml'],
  [
    'a recording behind replay:',
    'watch --sensor replay:my-r',
    'watch --sensor replay:my-routine.yaml',
  ],
];

function homeWithThings(): string {
  const home = emptyFolder();
  const data = join(home, '.local/share/pulsepace');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  storeSession(data, header, recordedFacts(30));
  const sensor = { id: 'c00000000001', name: 'Polar H10' };
  writeFileSync(join(data, 'profile.json'), JSON.stringify({ schemaVersion: 1, sensor }));
  writeFileSync(join(home, 'my-routine.yaml'), '');
  return home;
}

async function started(shell: keyof typeof shells): Promise<RealTerminal> {
  const home = homeWithThings();
  const { program, setUp } = shells[shell];
  const screen = terminal(home, ['-c', `cd '${home}' && exec ${program.join(' ')}`], {
    program: ['/bin/sh'],
    columns: 100,
    env: { PATH: pathWithProgram(home), XDG_RUNTIME_DIR: home },
  });
  // A shell that is not listening yet would lose or echo twice what is typed.
  await screen.shows(/[$#%>]\s*$/m);
  screen.type(`${setUp}\r`);
  await screen.shows(/^ready>$/m);
  return screen;
}

describe.each(Object.keys(shells) as (keyof typeof shells)[])('completion in %s', (shell) => {
  test.skipIf(!onPath(shell))(
    `completes what is typed (left out where ${shell} is not installed)`,
    async () => {
      const screen = await started(shell);
      for (const [what, typed, stands] of completed) {
        screen.type(`pulsepace ${typed}${tab}`);
        const shown = await screen.shows(`ready> pulsepace ${stands}`);
        expect(shown, what).toContain(stands);
        screen.type(wipe);
        await screen.shows(/^ready>$/m);
      }
      screen.type(`pulsepace log compare x${tab}${tab}`);
      screen.type('y');
      await screen.shows('ready> pulsepace log compare xy');
    },
    60_000,
  );
});
