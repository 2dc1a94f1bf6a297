import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeVoice, isAlive } from '../../cues/fake-voice.ts';
import { emptyFolder, run } from '../pulsepace.ts';
import { terminal } from '../terminal.ts';

const withVoice = (folder: string): NodeJS.ProcessEnv => ({ PATH: `${folder}:/usr/bin:/bin` });
const sees = (look: () => unknown) => expect.poll(look, { timeout: 15_000, interval: 20 });
const bel = '\u0007';
const quick = ['--sensor', 'simulator:person=deconditioned,seed=3', '--speed', '20'];

test.runIf(process.platform === 'linux').each([[], ['--plain'], ['--accessible']])(
  'with --voice a session speaks through the voice of the system, whatever it shows %s',
  async (...form) => {
    const fake = fakeVoice();
    const env = withVoice(fake.folder);
    const screen = terminal(emptyFolder(), ['train', ...quick, '--voice', ...form], { env });
    await sees(fake.begun).toContainEqual(expect.stringContaining('Get ready.'));
    await sees(fake.begun).toContainEqual(expect.stringMatching(/^Caution, \d+\./));
    screen.type('w');
    await sees(fake.begun).toContainEqual(expect.stringMatching(/^Pulse \d+, \w+\./));
    expect(fake.argv().every((args) => args === '-v en --stdin')).toBe(true);
    screen.type('m');
    await screen.shows(/muted|Sound off/);
    const before = fake.begun().length;
    screen.type(' ');
    await screen.shows(/Paused/);
    screen.type('\u0003');
    await screen.exit;
    expect(
      fake
        .begun()
        .slice(before)
        .filter((text) => !text.startsWith('Over')),
    ).toEqual([]);
  },
  60_000,
);

test('without it nothing is spoken; asked for and not found, that is said once with the remedy', async () => {
  const fake = fakeVoice();
  const home = emptyFolder();
  const still = terminal(home, ['watch', '--sensor', 'simulator'], { env: withVoice(fake.folder) });
  await still.shows('bpm');
  still.type('\u0003');
  await still.exit;
  expect(fake.begun()).toEqual([]);
  const env = { PATH: emptyFolder(), PULSEPACE_VOICE: '1' };
  const bare = terminal(home, ['watch', '--sensor', 'simulator', '--plain'], { env });
  await bare.shows(/No voice was found/);
  await bare.shows('bpm');
  bare.type('\u0003');
  await bare.exit;
  expect(bare.written().match(/No voice/g)).toHaveLength(1);
});

test('a voice that hangs never holds up the session, nor its end', async () => {
  const hanging = fakeVoice({ lastsS: 60 });
  const args = ['watch', '--sensor', 'simulator', '--voice', '--cues', 'all'];
  const screen = terminal(emptyFolder(), args, { env: withVoice(hanging.folder) });
  await sees(hanging.begun).not.toEqual([]);
  await screen.shows(/0:0[3-9]|0:[1-9]/);
  const fromMs = performance.now();
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(performance.now() - fromMs).toBeLessThan(30_000);
  await sees(() => hanging.pids().filter(isAlive)).toEqual([]);
});

test('doctor --sound names each sound and each spoken level before it is heard', async () => {
  const fake = fakeVoice();
  const { code, stdout } = await run(emptyFolder(), ['doctor', '--sound'], {
    env: withVoice(fake.folder),
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /The voice is espeak-ng\.[\s\S]*one stroke[\s\S]*three strokes[\s\S]*Voice, over[\s\S]*Voice, warnings[\s\S]*Voice, steps[\s\S]*Voice, all/,
  );
  expect(fake.finished()).toHaveLength(4);
  for (const text of fake.finished()) expect(stdout).toContain(`"${text}"`);
}, 30_000);

test('doctor --sound rings on a terminal: one stroke, then three; without a voice it says how to get one', async () => {
  const screen = terminal(emptyFolder(), ['doctor', '--sound'], {
    env: { PATH: join('/nowhere') },
  });
  expect((await screen.exit).exitCode).toBe(3);
  expect(screen.written().split(bel)).toHaveLength(5);
  const [, caution, over] = screen.written().split(/Bell, .*\r\n/);
  expect([caution, over]).toEqual([bel, expect.stringMatching(`^${bel.repeat(3)}`)]);
  if (process.platform === 'linux')
    expect(screen.written()).toContain('sudo apt install espeak-ng');
});
