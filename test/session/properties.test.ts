import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/session/evolve.ts';
import { factSchema } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import { ready } from '../../src/session/state.ts';
import { runs } from '../runs.ts';
import { law, randomSession } from './random-session.ts';
import { tell } from './story.ts';

const numRuns = runs(120);

describe('over random hearts, straps that fail and random keys', () => {
  test('§1 more or fewer ticks between the same inputs give the same facts', () => {
    fc.assert(
      fc.property(randomSession, fc.integer({ min: 250, max: 9000 }), (session, everyMs) => {
        const end = { type: 'tick', atMs: 1_500_000 } as const;
        const bare = [...session.inputs, end];
        const lengthMs = session.inputs.at(-1)?.atMs ?? 0;
        const ticks = Array.from({ length: Math.ceil(lengthMs / everyMs) }, (_, index) => ({
          type: 'tick' as const,
          atMs: index * everyMs,
        }));
        const ticked = [...session.inputs, ...ticks.filter(isAwake(session.inputs))].sort(
          (a, b) => a.atMs - b.atMs,
        );
        const few = tell(session.header, bare);
        const many = tell(session.header, [...ticked, end]);
        expect(many.facts).toEqual(few.facts);
        expect(many.state).toEqual(few.state);
      }),
      { numRuns },
    );
  });

  test('§7 the facts folded again are the session, also after a journal has kept them', () => {
    law(({ header }, { facts, state }) => {
      expect(facts.reduce(evolve, ready(header))).toEqual(state);
      const kept = facts.map((fact) => factSchema.parse(JSON.parse(JSON.stringify(fact))));
      expect(kept.reduce(evolve, ready(header))).toEqual(state);
    });
  });

  test('§3 nothing happens in a machine’s sleep', () => {
    law((_session, { facts }) => {
      for (const slept of facts) {
        if (slept.type !== 'slept') continue;
        const within = facts.filter(({ atMs }) => atMs > slept.atMs && atMs < slept.untilMs);
        expect(within).toEqual([]);
      }
    });
  });

  test('§7 facts follow each other in time', () => {
    law((_session, { facts }) => {
      const times = facts.map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });
});

/** A machine that sleeps does not tick, nor before it was told that it slept. */
const isAwake =
  (inputs: readonly Input[]) =>
  ({ atMs }: Input): boolean =>
    !inputs.some((each) => each.type === 'slept' && atMs > each.fromMs && atMs <= each.atMs);
