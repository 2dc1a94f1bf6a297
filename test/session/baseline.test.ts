import { describe, expect, test } from 'vitest';
import { bellFor } from '../../src/cues/bell.ts';
import type { Input } from '../../src/session/input.ts';
import { rmssdOf } from '../../src/session/rmssd.ts';
import { resumeBelowBpm } from '../../src/session/thresholds.ts';
import { ofType } from './pace.ts';
import {
  beats,
  headerOf,
  measured,
  openHeader,
  packet,
  packets,
  plainRoutine,
  press,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const header = headerOf({ ...plainRoutine(), baseline: true });
const told = (...inputs: (readonly Input[])[]) => tell(header, inputs.flat());
const endOf = (...inputs: (readonly Input[])[]) => ofType(told(...inputs).facts, 'baseline-ended');
/** The signal is held until 5 s, so that the minute runs from there to 65 s. */
const minute = 66;

describe('§3 baseline', () => {
  test('is a minute before the first step is made ready', () => {
    const { facts } = told(beats(70, 0, minute));
    expect(storyOf(facts, 'baseline-began', 'baseline-ended', 'get-ready-began')).toEqual([
      '0 baseline-began',
      '65 baseline-ended',
      '65 get-ready-began 0',
    ]);
  });

  test('gives the median of the last 30 s as the pulse at rest', () => {
    expect(endOf(through([90, 36], [71, 50], [73, minute]))[0]?.restingBpm).toBe(73);
    expect(endOf(through([90, 36], [71, 52], [73, minute]))[0]?.restingBpm).toBe(71);
  });

  test('in whatever order they came, and between the two in the middle where they are even in number', () => {
    const high = through([60, 49], [80, 53], [60, minute]);
    expect(endOf(high)[0]?.restingBpm).toBe(60);
    const even = endOf(through([90, 35], [74, 50], [70, 65]), [press(64.5, 'next')]);
    expect(even[0]?.restingBpm).toBe(72);
  });

  test('is not given from fewer than ten values', () => {
    const every = (ms: number, count: number): Input[] =>
      Array.from({ length: count }, (_, index) => measured(6000 + index * ms, 70));
    expect(endOf(beats(70, 0, 6), every(2900, 30))[0]?.restingBpm).toBe(70);
    expect(endOf(beats(70, 0, 6), every(3500, 30))[0]).not.toHaveProperty('restingBpm');
  });

  test('does not measure in a pause, in which a person may move', () => {
    const inPause = [
      ...through([70, 60]),
      press(59.5, 'pause'),
      ...beats(84, 60, 100),
      press(99.5, 'pause'),
      ...beats(70, 100, 107),
    ].sort((a, b) => a.atMs - b.atMs);
    expect(endOf(inPause)).toMatchObject([{ restingBpm: 70, isRaised: false }]);
  });

  test('is known by a key from the thirtieth second on', () => {
    const cutAt = (atS: number) =>
      told([...beats(70, 0, 60), press(atS, 'next')].sort((a, b) => a.atMs - b.atMs)).state;
    expect(cutAt(34.9).restingBpm).toBeUndefined();
    expect(cutAt(35).restingBpm).toBe(70);
  });

  test('counts trusted values alone', () => {
    const spikes = packets(0, minute + 5, (atS) => packet(atS, atS % 2 === 0 ? 70 : 0));
    const [ended] = endOf(spikes);
    expect(ended?.restingBpm).toBe(70);
  });

  test('its minute stands while the signal is away', () => {
    const { facts } = told(beats(70, 0, 20), beats(70, 60, 130));
    expect(ofType(facts, 'baseline-ended')[0]?.atMs).toBeGreaterThan(100_000);
  });

  test('is skipped by next, and then knows no pulse at rest before 30 s', () => {
    const early = told(beats(70, 0, 20), [press(20, 'next')]);
    expect(storyOf(early.facts).slice(-3)).toEqual([
      '20 key-pressed next',
      '20 baseline-ended',
      '20 get-ready-began 0',
    ]);
    expect(early.state.restingBpm).toBeUndefined();
    expect(told(beats(70, 0, 40), [press(40, 'next')]).state.restingBpm).toBe(70);
  });

  test('what is not known is absent, never 0', () => {
    const [ended] = endOf(beats(70, 0, 20), [press(20, 'next')]);
    expect(ended).toEqual({ type: 'baseline-ended', atMs: 20_000, isRaised: false });
  });

  test('where the routine says no, and in an open session, there is none', () => {
    expect(storyOf(tell(headerOf(plainRoutine()), [tick(1)]).facts).at(-1)).toBe(
      '0 get-ready-began 0',
    );
    expect(storyOf(tell(openHeader(), [tick(1)]).facts).at(-1)).toBe('0 open-began');
  });

  test('only over sounds in it: caution is a fact, shown and silent', () => {
    const { facts } = told(beats(92, 0, 40), beats(101, 40, 42));
    const raised = ofType(facts, 'warning-raised');
    expect(raised.map(({ level }) => level)).toEqual(['caution', 'over']);
    expect(raised.map((fact) => bellFor([fact]).length)).toEqual([0, 3]);
    expect(storyOf(facts, 'warning-repeated')).toEqual([]);
  });

  test('its pulse at rest decides when exercise goes on after over', () => {
    expect(resumeBelowBpm(told(beats(84, 0, minute)).state)).toBe(92);
    expect(resumeBelowBpm(told(beats(60, 0, minute)).state)).toBe(87);
  });
});

describe('§3 a pulse that is raised at rest', () => {
  test.each([
    [79, 90, false],
    [80, 90, true],
    [84, 120, false],
    [85, 120, true],
  ])('%s with caution at %s: %s', (bpm, cautionBpm, isRaised) => {
    const limits = { ...header.limits, cautionBpm, limitBpm: cautionBpm + 10 };
    const { state } = tell({ ...header, limits }, beats(bpm, 0, minute));
    expect(state.isRaisedAtRest).toBe(isRaised);
  });
});

describe('RMSSD', () => {
  /** 40 intervals that swing by 20 ms: every difference is 20. */
  const swinging = Array.from({ length: 40 }, (_, index) => 800 + (index % 2) * 20);

  test('is the root of the mean of the squared differences', () => {
    expect(rmssdOf([swinging])).toBeCloseTo(20, 10);
    const steps = Array.from({ length: 21 }, (_, index) => 800 + (index % 4 < 2 ? 0 : 30));
    expect(rmssdOf([steps])).toBeCloseTo(Math.sqrt((10 * 900) / 20), 10);
  });

  test('leaves out both differences of an interval more than 20 % off', () => {
    const ectopic = [...swinging.slice(0, 20), 400, ...swinging.slice(20)];
    expect(rmssdOf([ectopic])).toBeCloseTo(20, 10);
  });

  test('an interval that is off makes one artefact, not two', () => {
    const long = [...swinging, ...swinging.slice(0, 20)];
    const three = long.flatMap((each, index) => (index % 20 === 10 ? [each, 400] : [each]));
    expect(rmssdOf([three])).toBeCloseTo(20, 10);
  });

  test('is not given with fewer than 20 differences, or more than 5 % artefacts', () => {
    expect(rmssdOf([swinging.slice(0, 20)])).toBeUndefined();
    expect(rmssdOf([swinging.slice(0, 21)])).toBeDefined();
    const torn = swinging.flatMap((each, index) => (index % 15 === 7 ? [each, 300] : [each]));
    expect(rmssdOf([torn])).toBeUndefined();
  });

  test('an interval that no heart has, shorter than 250 ms or longer than 2400, is an artefact', () => {
    const all = (rrMs: number) => rmssdOf([Array.from({ length: 40 }, () => rrMs)]);
    expect([249, 250, 2400, 2401].map(all)).toEqual([undefined, 0, 0, undefined]);
  });

  test('is given with 5 % artefacts, not with more', () => {
    const [sound, off] = [Array.from({ length: 19 }, () => 800), [300]];
    expect(rmssdOf([[...sound, ...off, ...sound, ...off]])).toBe(0);
    expect(rmssdOf([[...sound, ...off, ...off, ...sound]])).toBe(0);
    expect(rmssdOf([[...sound, ...off, ...sound, ...off, ...off]])).toBeUndefined();
  });

  test('has no difference across a gap', () => {
    const high = swinging.map((each) => each + 100);
    expect(rmssdOf([swinging, high])).toBeCloseTo(20, 10);
  });

  test('comes with the baseline where RR intervals came, to a tenth', () => {
    const withRr = packets(0, minute + 5, (atS) =>
      packet(atS, 74, { rr: [800 + (atS % 2) * 20.06] }),
    );
    expect(endOf(withRr)[0]?.rmssdMs).toBe(20.1);
    expect(endOf(beats(74, 0, minute))[0]).not.toHaveProperty('rmssdMs');
    const missing = withRr.filter((_, index) => index % 3 !== 0);
    expect(endOf(missing)[0]?.rmssdMs).toBe(20.1);
  });
});
