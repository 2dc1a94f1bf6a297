import { expect, test } from 'vitest';
import { emptyFolder, knownHome, newestJournal, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

type Screen = ReturnType<typeof terminal>;

/** Types as hands do, each character once the one before is on the screen. */
async function write(screen: Screen, text: string): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    screen.type(text.charAt(length - 1));
    await screen.shows(`note: ${text.slice(0, length)}_`);
  }
}

const notesOf = (home: string): readonly unknown[] =>
  newestJournal(home).facts.filter(({ type }) => type === 'note-added');

test('§3 a note typed while the session runs is in the journal and in log show; its letters are no keys', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['watch', '--sensor', 'simulator']);
  await screen.shows(/[0-9] bpm|bpm · live/, 20_000);
  screen.type('o');
  await screen.shows('Enter closes, then d for discomfort');
  await write(screen, 'quad q');
  screen.type('\r');
  await screen.showsNot('note: ');
  screen.type('d');
  await screen.shows(/what it is/);
  screen.type('o');
  await screen.shows('Enter closes');
  await write(screen, 'half');
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(notesOf(home)).toMatchObject([{ text: 'quad q' }, { text: 'half' }]);
  const pressed = newestJournal(home).facts.filter((fact) => fact.type === 'key-pressed');
  expect(pressed.map((fact) => ('key' in fact ? fact.key : ''))).toEqual(['discomfort', 'stop']);
  const shown = await run(home, ['log', 'show']);
  expect(shown.stdout).toContain('Note: quad q');
  expect(shown.stdout).toContain('Note: half');
}, 60_000);

test('§3 what is pasted into a note is its text, stripped, and no part of it a key', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['watch', '--sensor', 'simulator']);
  await screen.shows(/[0-9] bpm|bpm · live/, 20_000);
  expect(screen.written()).toContain('\u001b[?2004h');
  screen.type('\u001b[200~dq\rq\u0003\u001b[201~');
  screen.type('o');
  await screen.shows('Enter closes');
  screen.type('\u001b[200~knee\r\nclicks\u0003 \u001b]52;c;cXE=\u0007q\u001b[201~');
  await screen.shows(/knee clicks q_/);
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(screen.written().split('\u001b[?1049l')[0]).toMatch(/\[\?2004l[^\n]*$/);
  expect(notesOf(home)).toMatchObject([{ text: 'knee clicks q' }]);
}, 60_000);

test.each([
  ['plain', 'note: sore', []],
  ['accessible', 'Note stored: sore.', ['--accessible']],
] as const)(
  '§3 in %s lines the same key, then a line of text',
  async (_, stored, flags) => {
    const home = knownHome();
    const args = ['watch', '--sensor', 'simulator', ...flags];
    const screen = terminal(home, args, { columns: 200, env: { TERM: 'dumb' } });
    await screen.shows(/here|live/, 20_000);
    screen.type('o');
    await screen.shows('Note: type, and Enter stores it');
    for (const character of ['s', 'o', 'r', 'e']) screen.type(character);
    screen.type('\r');
    await screen.shows(stored);
    screen.type('?');
    await screen.shows(/Keys: d discomfort, .*u and l limits, w tell, o note\./);
    screen.type('\u0003');
    await screen.exit;
    expect(notesOf(home)).toMatchObject([{ text: 'sore' }]);
  },
  60_000,
);
