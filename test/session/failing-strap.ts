import fc from 'fast-check';
import type { Input } from '../../src/session/input.ts';
import { measured } from './story.ts';

/** What can go wrong with a strap, and for how long. */
export const failure = fc.record({
  kind: fc.constantFrom('gap', 'link', 'no-skin', 'zero', 'malformed', 'thin', 'spike', 'frozen'),
  atS: fc.integer({ min: 0, max: 500 }),
  lengthS: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }) },
    fc.integer({ min: 20, max: 330 }),
  ),
});
type Failure = typeof failure extends fc.Arbitrary<infer T> ? T : never;

export function linkChanges({ kind, atS, lengthS }: Failure): Input[] {
  if (kind !== 'link') return [];
  return [
    link(atS * 1000, { status: 'lost', reason: 'out of reach' }),
    link((atS + lengthS) * 1000, { status: 'connected', name: 'a strap' }),
  ];
}

const link = (atMs: number, how: Extract<Signal, { type: 'link' }>['link']): Input => ({
  type: 'signal',
  atMs,
  signal: { type: 'link', link: how },
});
type Signal = Extract<Input, { type: 'signal' }>['signal'];

/** The beats as they arrive from a strap with these failures. */
export const broken = (beats: readonly Input[], failures: readonly Failure[]): Input[] =>
  beats.flatMap((beat, index) => {
    const by = failures.find((each) => isIn(each, beat.atMs));
    if (by?.kind === 'frozen')
      return frozenBeat(
        beat,
        beats.find((each) => isIn(by, each.atMs)),
      );
    return by === undefined ? [beat] : brokenBeat(beat, by.kind, index);
  });

const isIn = ({ atS, lengthS }: Failure, atMs: number): boolean =>
  atMs >= atS * 1000 && atMs < (atS + lengthS) * 1000;

const frozenBeat = (beat: Input, first: Input = beat): Input[] => [{ ...first, atMs: beat.atMs }];

function brokenBeat(beat: Input, kind: Failure['kind'], index: number): Input[] {
  switch (kind) {
    case 'no-skin':
      return [measured(beat.atMs, 80, false)];
    case 'zero':
      return [measured(beat.atMs, 0)];
    case 'malformed':
      return [
        {
          type: 'signal',
          atMs: beat.atMs,
          signal: { type: 'malformed', bytes: Uint8Array.of(index % 256) },
        },
      ];
    case 'spike':
      return [index % 3 === 0 ? measured(beat.atMs, 170) : beat];
    case 'thin':
      return index % 4 === 0 ? [beat] : [];
    default:
      return [];
  }
}
