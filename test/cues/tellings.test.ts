import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentence, speakable } from '../../src/cues/speakable.ts';
import { tellNow } from '../../src/cues/tell-now.ts';
import type { Telling } from '../../src/cues/telling.ts';
import { createTeller } from '../../src/cues/tellings.ts';
import { utteranceOf } from '../../src/cues/utterance.ts';
import { openRoutine } from '../../src/session/routine.ts';
import { breathAt } from '../../src/ui/breathing-guide.ts';
import { anyCharacter } from '../any-character.ts';
import { connected, createStory, header, moments, type Story } from '../ui/story.ts';

const settings = {
  emergencyNumber: '144',
  breathWord: (intoMs: number) => breathAt(intoMs).word,
};

function told(story: Story): Telling[] {
  const tell = createTeller(settings);
  return story.turns().flatMap((turn) => tell(turn));
}

function spoken(story: Story, volume: 'none' | 'warnings' | 'steps' | 'all', muted = false) {
  const tell = createTeller(settings);
  return story
    .turns()
    .map((turn) => utteranceOf(tell(turn), { volume, muted }))
    .filter((each) => each !== undefined);
}

const texts = (story: Story, volume: 'none' | 'warnings' | 'steps' | 'all') =>
  spoken(story, volume).map(({ text }) => text);

describe('§2 what is spoken of the guard', () => {
  const rising = () =>
    connected()
      .until(82, (state) => state.phase.name === 'exercise')
      .beat(84, 5);

  test('the entry into caution and over, with the pulse and what to do, in the turn of the fact', () => {
    const story = rising().beat(92, 1);
    const tell = createTeller(settings);
    const last = story
      .turns()
      .map((turn) => utteranceOf(tell(turn), { volume: 'warnings', muted: false }))
      .at(-1);
    expect(last).toMatchObject({ text: 'Caution, 92. Slow down, breathe out.', rank: 2 });
    expect(texts(rising().beat(104, 1), 'warnings').at(-1)).toBe(
      'Over, 104. Stop. Sit down and breathe.',
    );
  });

  test('a pause does not call a pulse watched that nobody watches', () => {
    const lines = (story: Story) => told(story.press('pause')).at(-1)?.more;
    expect(lines(rising())).toEqual(['Space goes on. Your pulse is still watched.']);
    expect(lines(rising().wait(9))).toEqual(['Space goes on. Your pulse is not known now.']);
    const bare = createStory({ ...header, source: 'none' }).wait(9);
    expect(lines(bare)).toEqual(['Space goes on. Nothing watches your pulse.']);
  });

  test('on a walk too it says to slow down, and at rest to stay calm', () => {
    const walk = createStory({ ...header, routine: openRoutine })
      .beat(80, 3)
      .beat(92, 1);
    expect(texts(walk, 'warnings').at(-1)).toBe('Caution, 92. Slow down, breathe out.');
    const resting = connected()
      .until(80, ({ phase }) => phase.name === 'rest')
      .beat(92, 1);
    expect(texts(resting, 'warnings').at(-1)).toBe('Caution, 92. Stay calm, breathe out.');
  });

  test('it repeats as the guard does, and says when it is over', () => {
    const story = rising().beat(104, 11).beat(80, 25);
    expect(texts(story, 'warnings').slice(1)).toEqual([
      'Over, 104. Stop. Sit down and breathe.',
      'Still over, 104. Sit and breathe.',
      'Nearly down, 80. Sit and breathe.',
      'Easy again, 80.',
    ]);
  });

  test('A5 acknowledged, nothing is said of the caution any more, not even its end', () => {
    const story = rising().beat(92, 2).press('acknowledge').beat(93, 15).beat(80, 14);
    const after = told(story)
      .filter(({ kind }) => kind === 'warning')
      .slice(2);
    expect(after).toEqual([]);
    expect(told(story)).toContainEqual({ kind: 'shown', text: 'Easy again, 80.' });
  });

  test('A5 escalation breaks the silence', () => {
    const story = rising().beat(92, 2).press('acknowledge').beat(104, 1);
    expect(texts(story, 'warnings').at(-1)).toMatch(/^Over, 104/);
  });

  test('in a pause only over is spoken', () => {
    const paused = () => rising().press('pause').beat(93, 40);
    expect(texts(paused(), 'warnings').slice(1)).toEqual([]);
    expect(texts(paused().beat(104, 1), 'warnings').at(-1)).toMatch(/^Over, 104/);
  });

  test('muted, only the entry into over is spoken', () => {
    const story = rising().beat(92, 3).beat(104, 25);
    expect(spoken(story, 'all', true).map(({ text }) => text)).toEqual([
      'Over, 104. Stop. Sit down and breathe.',
    ]);
  });

  test('the approach is shown, never spoken', () => {
    const story = connected().until(70, (state) => state.phase.name === 'exercise');
    for (let bpm = 70; bpm < 89; bpm += 1) story.beat(bpm, 1);
    expect(
      story
        .turns()
        .flatMap(({ facts }) => facts)
        .some(({ type }) => type === 'approach-noticed'),
    ).toBe(true);
    expect(texts(story, 'all').join(' ')).not.toMatch(/rising/i);
    expect(told(story)).toContainEqual(
      expect.objectContaining({
        kind: 'shown',
        text: expect.stringMatching(/^Rising, caution in about/),
      }),
    );
  });
});

test('A6 a lost signal is told as that, never as a number, and its return with one', () => {
  const story = connected()
    .until(78, (state) => state.phase.name === 'exercise')
    .beat(80, 5)
    .wait(9)
    .beat(81, 2);
  expect(texts(story, 'warnings').slice(1)).toEqual(['Signal lost.', 'The pulse is back, 81.']);
});

test('§3 a cool-down that ends above the limit says the pulse, what to do and whom to call, and nowhere that it is down', () => {
  const cooling = connected()
    .until(80, ({ phase }) => phase.name === 'exercise')
    .press('end')
    .press('end')
    .until(104, ({ phase }) => phase.name === 'cool-down' && phase.isProlonged === true);
  const [last] = told(cooling).slice(-1);
  expect(last).toMatchObject({
    kind: 'warning',
    text: 'Your pulse is 104, still above 100. Stay seated and breathe out slowly.',
  });
  expect(last?.more?.join(' ')).toMatch(/ask a doctor\. Call 144 at once for chest pain/);
  expect(tellNow(cooling.state(), cooling.atMs())).toMatch(/until your pulse is down\.$/);
  expect(told(cooling.press('end')).at(-1)?.text).toBe(
    'The session is over. Your pulse is 104, still above 100.',
  );
});

test('a discomfort is answered with whom to call', () => {
  expect(texts(moments.discomfort(), 'warnings')).toContainEqual(
    'Stop. Sit or lie down. Call 144 at once for chest pain or pressure, fainting, trouble speaking.',
  );
});

describe('how much is spoken', () => {
  const story = () => connected().until(80, (state) => state.phase.name === 'ended');

  test('nothing at none; each volume says all that the one below says', () => {
    expect(texts(story(), 'none')).toEqual([]);
    const [warnings, steps, all] = (['warnings', 'steps', 'all'] as const).map((volume) =>
      texts(story(), volume),
    );
    expect(warnings).toEqual(['Your pulse is here, 80.']);
    for (const text of warnings ?? []) expect(steps?.join(' ')).toContain(text);
    for (const text of steps ?? []) expect(all).toContain(text);
    expect(all?.length).toBeGreaterThan(steps?.length ?? 0);
  });

  test('steps: names, sides, rests, the end', () => {
    expect(texts(story(), 'steps')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Get ready. Feet and hands circles.'),
        'Go.',
        'Rest. Sit down.',
        'Go. Left side.',
        'Right side.',
        expect.stringMatching(/Cool-down/),
        'The routine is done.',
      ]),
    );
  });

  test('all: every rep once and in order, the last seconds before a start, half time', () => {
    const all = texts(story(), 'all');
    const reps = all.slice(all.indexOf('Go. Left side.') + 1, all.indexOf('Right side.'));
    expect(reps).toEqual(['2', '3', '4', '5', '6', '7', '8, the last.']);
    expect(all).toEqual(expect.arrayContaining(['3', '2', '1', 'Half.', '10 seconds.']));
  });

  test('all: breaths in recovery', () => {
    const recovering = moments.recovery().beat(94, 40);
    expect(texts(recovering, 'all')).toEqual(
      expect.arrayContaining(['Breathe in.', 'Breathe out.']),
    );
  });
});

test('asked for, pulse and count are said as they are now; a lost pulse is no number', () => {
  const at = (story: Story) => tellNow(story.state(), story.atMs());
  expect(at(moments.reps())).toMatch(
    /^Pulse 84, easy\. Side bends with leg lift, \d of 8\. Left side\.$/,
  );
  expect(at(moments.exercise())).toMatch(
    /^Pulse 80, easy\. Feet and hands circles, \d+ seconds left\.$/,
  );
  expect(at(moments.held())).toMatch(
    /^Pulse not known, signal lost for \d seconds?\. All clocks stand\.$/,
  );
  expect(at(moments.late())).toMatch(/^Pulse 80, 5 seconds old, easy\./);
});

test('a routine of somebody else cannot put anything but words into a voice or a line', () => {
  const name = '\u001b]0;x\u0007--help $(reboot) `id` "quoted" !-!STOP \u202eevil\nnext';
  const [first, ...others] = header.routine.steps;
  if (first === undefined) throw new Error('The story has no steps.');
  const hostile = {
    ...header,
    routine: { ...header.routine, steps: [{ ...first, name, prompt: [name] }, ...others] },
  };
  const story = createStory(hostile).link({ status: 'connected', name }).beat(72, 8);
  const all = told(story).flatMap(({ text, more = [] }) => [text, ...more]);
  expect(all.join(' ')).toContain('help (reboot) id quoted !-!STOP evil next');
  for (const text of all) expect(text).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,;:!?'()/%+-]*$/u);
  expect(speakable('--help')).toBe('help');
  expect(speakable('!-!STOP')).toBe('STOP');
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 120 }), (text) => {
      for (const words of [speakable(text), sentence(text)]) {
        expect(words).toMatch(/^([\p{L}\p{N}][\p{L}\p{M}\p{N} .,;:!?'()/%+-]*)?$/u);
      }
    }),
  );
});
