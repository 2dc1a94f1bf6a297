import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { realTable } from '../../commands/real-table.ts';
import { air } from '../air.ts';
import { exampleEnvironment, exampleHome } from '../example-home.ts';

const byRadio = realTable()
  .flatMap(({ examples }) => examples)
  .filter((example) => /^pulsepace (sensors scan|doctor)/.test(example));

/** Where nothing but Bluetooth is amiss, doctor says so with 4, and doctor --sound with 3 that there is no voice. */
const mayEndWith = (example: string): number[] =>
  example.endsWith('--sound') ? [0, 3] : example.includes('doctor') ? [0, 4] : [0];

test.each([...new Set(byRadio)])(
  '%s does what it says',
  async (example) => {
    const here = await air();
    here.add('Polar H10');
    const home = exampleHome();
    const child = spawn('sh', ['-c', example], {
      cwd: home,
      env: exampleEnvironment(home, here.env),
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(mayEndWith(example)).toContain(code);
    expect(said).not.toBe('');
  },
  30_000,
);
