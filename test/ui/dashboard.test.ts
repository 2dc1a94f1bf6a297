import fc from 'fast-check';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { cellWidth, withoutStyle } from '../../src/ui/cell-width.ts';
import { Dashboard } from '../../src/ui/dashboard.tsx';
import { asciiGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { keyHints } from '../../src/ui/key-meaning.ts';
import { screenModel } from '../../src/ui/screen-model.ts';
import { bareTheme, colourTheme, monoTheme } from '../../src/ui/theme.ts';
import { anyCharacter } from '../any-character.ts';
import { runs } from '../runs.ts';
import { bareLook, drawnFrame, frameOf, settings } from './frame.tsx';
import {
  connected,
  createStory,
  header,
  measuredFirst,
  moments,
  type Story,
  withStrap,
} from './story.ts';

const names = Object.keys(moments) as (keyof typeof moments)[];
const sizes = [
  [120, 30],
  [80, 24],
  [40, 10],
  [60, 1],
] as const;

for (const name of names) {
  for (const size of sizes) {
    test(`the screen of "${name}" at ${size.join('x')}`, async () => {
      const frame = `${frameOf(moments[name](), size)}\n`;
      await expect(frame).toMatchFileSnapshot(`frames/${name}-${size.join('x')}.txt`);
    });
  }
}

test('A9: without colour and in ASCII alone every zone and state is still told apart', () => {
  const look = { glyphs: asciiGlyphs, theme: bareTheme };
  const frames = names.map((name) => frameOf(moments[name](), [80, 24], look));
  expect(new Set(frames).size).toBe(names.length);
  for (const frame of frames) expect(frame).toMatch(/^[\n\u0020-\u007e]*$/);
});

test('colour and weight change nothing of the text', () => {
  for (const name of names) {
    const bare = frameOf(moments[name](), [80, 24]);
    for (const theme of [colourTheme, monoTheme]) {
      const styled = frameOf(moments[name](), [80, 24], { glyphs: unicodeGlyphs, theme });
      const lines = withoutStyle(styled).split('\n');
      expect(lines.map((line) => line.trimEnd()).join('\n')).toBe(trimmed(bare));
    }
  }
});

const trimmed = (frame: string): string =>
  frame
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

test('only the 16 ANSI colours are used, so that the person’s own theme holds', () => {
  const styled = frameOf(moments.caution(), [80, 24], { ...bareLook, theme: colourTheme });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is tested.
  const codes = [...styled.matchAll(/\u001b\[([0-9;]*)m/g)].flatMap(([, each]) =>
    (each ?? '').split(';').map(Number),
  );
  expect(codes.filter((code) => code === 38 || code === 48)).toEqual([]);
});

const guarded = names.filter((name) => name !== 'unguarded');

test('A6: without a strap no screen shows limits or a band, as if they were watched', () => {
  for (const size of [...sizes, [40, 14], [200, 60]] as const) {
    const frame = frameOf(moments.unguarded(), size);
    expect(frame).not.toMatch(/\b90\b|\b100\b|limit|· · ·|caution/);
  }
  const keys = keyHints(moments.unguarded().state(), 0).map(({ key }) => key);
  expect(keys).not.toContain('u l');
});

test('A10: the limits and their origin are on every screen with room for a picture', () => {
  for (const name of guarded) {
    expect(frameOf(moments[name](), [80, 24])).toContain('caution 90 · limit 100 (the usual)');
    expect(frameOf(moments[name](), [40, 10])).toContain('90-100 usual');
  }
});

test('a simulated or replayed pulse is named as such at every size', () => {
  const labels = { simulator: 'SIMULATED STRAP', replay: 'REPLAY', none: 'NO STRAP' } as const;
  for (const source of ['simulator', 'replay', 'none'] as const) {
    const story = createStory({ ...header, source }).beat(80, 20);
    for (const size of [
      [120, 40],
      [80, 24],
      [40, 10],
      [80, 1],
    ] as const) {
      expect(frameOf(story, size)).toContain(labels[source]);
    }
  }
});

test('a session that is not recorded says so, with the reason', () => {
  const recording = { status: 'failed', reason: 'the disk is full' } as const;
  const failed = { ...settings, recording };
  expect(frameOf(moments.exercise(), [80, 24], bareLook, failed)).toContain('the disk is full');
  for (const size of sizes) {
    expect(frameOf(moments.exercise(), size, bareLook, failed)).toContain('NOT RECORDING');
  }
});

test('a disk that takes more than a second is told as that, while the session is recorded', () => {
  const behind = { ...settings, recording: { status: 'on', isBehind: true } as const };
  for (const size of sizes.filter(([, rows]) => rows > 1)) {
    expect(frameOf(moments.exercise(), size, bareLook, behind)).toContain('not yet on disk');
  }
  expect(frameOf(moments.exercise(), [80, 24])).not.toContain('not yet on disk');
});

test('the geometry stands still while the session goes on', () => {
  const rowsOfLimits = guarded.map((name) =>
    frameOf(moments[name](), [80, 24])
      .split('\n')
      .findIndex((line) => line.includes('limit 100')),
  );
  expect(new Set(rowsOfLimits).size).toBe(1);
});

test('a number is never cut short: one column shows the zone by its shape alone', () => {
  expect(frameOf(moments.recovery(), [1, 1])).toBe('■');
  expect(frameOf(moments.recovery(), [3, 1])).toBe('102');
});

test('A6: only a fresh pulse is called below caution, and none that is rising or goes with a discomfort', () => {
  const rising = connected()
    .until(78, ({ phase }) => phase.name === 'exercise')
    .beat(86, 10);
  const others = (['discomfort', 'late', 'held', 'searching'] as const).map((name) =>
    moments[name](),
  );
  for (const size of sizes) {
    expect(frameOf(moments.exercise(), size).includes('EASY  below 90')).toBe(size[1] > 1);
    for (const story of [rising, ...others]) expect(frameOf(story, size)).not.toContain('below 90');
  }
  expect(frameOf(rising, [40, 10])).toContain('EASY  rising');
});

test('A4, A5: at 40x10 a stop shows its warning, and the silence of an acknowledged one', () => {
  const stopped = moments.recovery();
  expect(frameOf(stopped, [40, 10])).toContain('■ over since 08:01, peak 104, +1 more');
  expect(frameOf(stopped.press('acknowledge'), [40, 10])).toMatch(
    /acknowledged · silent for 1?\d?:/,
  );
});

const pagesOf = (story: Story, [columns, rows]: readonly [number, number]): readonly string[] => {
  const model = screenModel(story.state(), story.atMs(), settings);
  const curve = () => [];
  return Array.from({ length: 12 }, (_, wordPage) => {
    const props = { model: { ...model, wordPage }, look: bareLook, columns, rows, curve };
    return drawnFrame(createElement(Dashboard, props));
  });
};

test('at 40x10 every word of what to do is to be read: what does not fit takes turns', () => {
  for (const name of names) {
    const { lines, title } = screenModel(
      moments[name]().state(),
      moments[name]().atMs(),
      settings,
    ).task;
    const pages = pagesOf(moments[name](), [40, 10]);
    for (const page of pages) expect(page, name).toContain(name === 'end-asked' ? 'End?' : title);
    const words = pages.join(' ').replace(/\s+/g, ' ');
    for (const line of lines) {
      for (const word of line.split(' ')) expect(words, `${name}: ${line}`).toContain(word);
    }
  }
});

test('§3 whom to call stands still, however many words take turns beside it', () => {
  for (const page of pagesOf(moments.discomfort().press('dizzy'), [40, 10])) {
    expect(page).toContain(
      'Call 112 at once for chest pain or\npressure, fainting, trouble speaking.',
    );
  }
});

test('at 40x10 the pulse has four rows wherever no words must be read at once', () => {
  for (const name of ['exercise', 'caution', 'rest', 'paused', 'cool-down', 'baseline'] as const) {
    const rows = frameOf(moments[name](), [40, 10]).split('\n');
    expect(
      rows.slice(1, 5).every((row) => /^ *[█▀▄]/.test(row)),
      name,
    ).toBe(true);
    expect(rows[5], name).toMatch(/EASY|CAUTION/);
  }
});

test('the first words come first: a page lasts five seconds from when they were asked for', () => {
  const asked = () =>
    withStrap(measuredFirst).until(84, ({ phase }) => phase.name === 'ask-to-stand');
  expect(frameOf(asked().beat(84, 4), [40, 10])).toContain('At rest your pulse is 84: near 90,');
  expect(frameOf(asked().beat(84, 5), [40, 10])).toContain('Common when unfit, hurried, after');
});

test('what was just said is read whole at 40x10, before words that take turns', () => {
  const said = { ...settings, said: 'The energy is counted from 0 again.' };
  expect(frameOf(moments.hold(), [40, 10], bareLook, said)).toContain(said.said);
});

test('§3 a pulse that is high at rest: the word on a doctor is on 80x24', () => {
  expect(frameOf(moments['ask-to-stand'](), [80, 24])).toContain('ask a doctor.');
});

test('words that have no room are not cut off in silence', () => {
  const rows = frameOf(moments.discomfort().press('dizzy'), [40, 10]).split('\n');
  expect(rows.at(-2)).toMatch(/ …$/);
});

test('the discomfort key is on every screen until it was pressed', () => {
  for (const name of names) {
    if (['discomfort', 'ended'].includes(name)) continue;
    for (const size of [
      [80, 24],
      [40, 10],
    ] as const) {
      expect(frameOf(moments[name](), size).split('\n').at(-1), name).toMatch(
        /\bd (discomfort|unwell)/,
      );
    }
  }
});

test('why nothing is recorded is read whole, before the name of the strap', () => {
  const reason = 'the file may not grow any more (EFBIG); make room and it goes on by itself';
  const failed = { ...settings, recording: { status: 'failed', reason } as const };
  const frame = frameOf(moments.exercise(), [80, 24], bareLook, failed);
  expect(frame).toContain(reason);
  expect(frame).not.toContain('Polar H10');
});

const stories: readonly Story[] = names.map((name) => moments[name]());

test('property: every frame fits its rows and columns, from 1x1 to 200x60', () => {
  const look = { glyphs: unicodeGlyphs, theme: colourTheme };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(...stories),
      (columns, rows, story) => {
        const lines = frameOf(story, [columns, rows], look).split('\n');
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) {
          expect(cellWidth(withoutStyle(line).trimEnd())).toBeLessThanOrEqual(columns);
        }
      },
    ),
    { numRuns: runs(150) },
  );
});

const hostile = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ maxLength: 30 }).map((text) => `\u001b]8;;http://x\u0007${text}\u001b[2J\u009b31m`),
  fc.constantFrom(
    '\u202egnol',
    'a\nb\rc\td',
    `e${'\u0301'.repeat(1000)}`,
    '\ud800',
    '\u001b]52;c;AAAA\u0007',
    '\ue0000',
    '../../x',
    '__proto__',
    '力'.repeat(100),
    '\u{1f4aa}\u200d\u{1f525}',
  ),
);

test('property: no control, escape or bidi character of a hostile name reaches a frame', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...sizes, [120, 40] as const), (text, size) => {
      const routine = {
        ...header.routine,
        name: text,
        steps: header.routine.steps.map((step) => ({
          ...step,
          name: text,
          prompt: [text],
          breathing: text,
        })),
      };
      const story = createStory({ ...header, sensor: text, routine })
        .link({ status: 'connecting', name: text })
        .link({ status: 'connected', name: text })
        .beat(80, 20);
      const recording = { status: 'failed', reason: text } as const;
      const frame = frameOf(story, size, bareLook, { ...settings, recording });
      expect(frame).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
      for (const line of frame.split('\n')) {
        expect(cellWidth(line), line).toBeLessThanOrEqual(size[0]);
      }
    }),
    { numRuns: runs(120) },
  );
});

test('the link that is lost is told by its reason', () => {
  const story = connected().beat(80, 12).link({ status: 'lost', reason: 'out of reach' }).wait(2);
  expect(frameOf(story, [80, 24])).toContain('link lost: out of reach');
});
