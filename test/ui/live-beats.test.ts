import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rmssdOf } from '../../src/session/rmssd.ts';
import { createLiveBeats } from '../../src/ui/live-beats.ts';
import { runs } from '../runs.ts';
import { frameOf } from './frame.tsx';
import { connected, header, measuredFirst, type Story, withStrap } from './story.ts';

/** As many beats as asked for that swing by breathing: 900 ± `swingMs`. */
const breathing = (count: number, swingMs = 40): number[] =>
  Array.from({ length: count }, (_, at) => 900 + swingMs * Math.sin(at / 2));

function figuresOf(story: Story) {
  const beats = createLiveBeats();
  for (const turn of story.turns()) beats.follow(turn);
  return beats.figures();
}

const resting = (): Story => withStrap(measuredFirst).beat(66, 1);

describe('the variability on the screen', () => {
  test('is there at rest from 30 s of sound beats on, and says over how long', () => {
    expect(figuresOf(resting().hear(breathing(30)))?.rmssd).toBeUndefined();
    const figures = figuresOf(resting().hear(breathing(45)));
    expect(figures?.rmssd?.overS).toBeGreaterThanOrEqual(30);
    expect(figures?.rmssd?.ms).toBe(Math.round(rmssdOf([breathing(45)]) ?? 0));
  });

  test('is on the row of the reason at 80x24, and gives way to it at 40 columns', () => {
    const story = resting().hear(breathing(45));
    expect(frameOf(story, [80, 24])).toMatch(
      /below caution {2,}RMSSD \d+ ms in \d+ s · artefacts 0 %/,
    );
    expect(frameOf(story, [40, 10])).not.toContain('RMSSD');
  });

  test('is not there in an exercise, where the spoilt share still is', () => {
    const story = connected().until(66, ({ phase }) => phase.name === 'exercise');
    const figures = figuresOf(story.hear(breathing(50)));
    expect(figures).toEqual({ artefactPercent: 0 });
    expect(frameOf(story, [80, 24])).toMatch(/ {2}artefacts 0 %\n/);
  });

  test('is not there from before the rest: it counts from when the rest begins', () => {
    const story = connected()
      .until(66, ({ phase }) => phase.name === 'exercise')
      .hear(breathing(64));
    while (story.state().phase.name !== 'rest') story.beat(66, 1);
    expect(figuresOf(story.hear(breathing(12)))?.rmssd).toBeUndefined();
  });

  test('is withheld where more than 5 % are spoilt, which is said', () => {
    const spoilt = breathing(50).map((rrMs, at) => (at % 15 === 9 ? rrMs * 0.6 : rrMs));
    const figures = figuresOf(resting().hear(spoilt));
    expect(figures?.rmssd).toBeUndefined();
    expect(figures?.artefactPercent).toBeGreaterThan(5);
  });

  test('is withheld where each beat differs above 80 bpm, and with a rhythm told irregular', () => {
    const irregular = Array.from({ length: 70 }, (_, at) => 600 + (at % 2 === 0 ? 45 : -45));
    expect(figuresOf(resting().hear(irregular))).toEqual({ artefactPercent: 0 });
    const told = withStrap({ ...measuredFirst, isIrregularTold: true }).hear(breathing(60));
    expect(figuresOf(told)).toBeUndefined();
  });

  test('bridges no lost packet: the difference across it is left out', () => {
    const later = breathing(30, 2).map((rrMs) => rrMs + 150);
    const story = resting().hear(breathing(20, 2)).wait(1).hear(later);
    expect(figuresOf(story)?.rmssd?.ms).toBe(1);
  });
});

describe('the share of spoilt intervals', () => {
  test('is of the last minute alone', () => {
    const spoilt = breathing(20).map((rrMs, at) => (at % 5 === 4 ? rrMs * 0.6 : rrMs));
    const story = connected().hear(spoilt);
    expect(figuresOf(story)?.artefactPercent).toBeGreaterThan(10);
    expect(figuresOf(story.hear(breathing(80)))?.artefactPercent).toBe(0);
  });

  test('a pulse that has changed for good is no row of artefacts', () => {
    const story = connected().hear([
      ...breathing(20, 0),
      ...breathing(60, 0).map((ms) => ms * 0.7),
    ]);
    expect(figuresOf(story)?.artefactPercent).toBeLessThanOrEqual(4);
  });

  test('is not made up for a strap that sends no intervals', () => {
    expect(figuresOf(connected().beat(70, 40))).toBeUndefined();
    expect(frameOf(connected().beat(70, 40), [80, 24])).not.toContain('artefacts');
  });

  test('property: it stays within 0 and 100, whatever comes', () => {
    const rr = fc.array(fc.oneof(fc.double({ min: 1, max: 3000, noNaN: true }), fc.constant(900)), {
      minLength: 1,
      maxLength: 150,
    });
    fc.assert(
      fc.property(rr, (rrMs) => {
        const { artefactPercent = 0 } = figuresOf(withStrap(header).hear(rrMs)) ?? {};
        expect(artefactPercent).toBeGreaterThanOrEqual(0);
        expect(artefactPercent).toBeLessThanOrEqual(100);
      }),
      { numRuns: runs(60) },
    );
  });
});
