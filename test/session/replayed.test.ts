import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fact, factSchema } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import { runs } from '../runs.ts';
import { randomSession } from './random-session.ts';
import { tell, tick } from './story.ts';

test('§7 a journal replayed at its recorded times through the same rules gives the same facts', () => {
  fc.assert(
    fc.property(randomSession, ({ header, inputs }) => {
      const { facts } = tell(header, [...inputs, tick(1700)]);
      const kept = facts.map((fact) => factSchema.parse(JSON.parse(JSON.stringify(fact))));
      const again = tell(header, [...kept.flatMap(inputOf), tick(1700)]);
      expect(again.facts).toEqual(facts);
    }),
    { numRuns: runs(120) },
  );
});

/** What had come from outside when this fact was written. */
function inputOf(fact: Fact): Input[] {
  const { atMs } = fact;
  switch (fact.type) {
    case 'key-pressed':
      return [{ type: 'key', atMs, key: fact.key }];
    case 'note-added':
      return [{ type: 'note', atMs, text: fact.text }];
    case 'slept':
      return [{ type: 'slept', atMs: fact.untilMs, fromMs: atMs, wallAheadMs: fact.wallAheadMs }];
    case 'source-ended':
      return [{ type: 'source-ended', atMs }];
    case 'link-changed': {
      const link = fact.link as Extract<Signal, { type: 'link' }>['link'];
      return [{ type: 'signal', atMs, signal: { type: 'link', link } }];
    }
    case 'malformed': {
      const bytes = Uint8Array.from(Buffer.from(fact.hex, 'hex'));
      return [{ type: 'signal', atMs, signal: { type: 'malformed', bytes } }];
    }
    case 'measured': {
      const { type: _type, atMs: _atMs, distrust: _distrust, ...measurement } = fact;
      return [
        {
          type: 'signal',
          atMs,
          signal: { type: 'measurement', measurement: measurement as Measurement },
        },
      ];
    }
    default:
      return [];
  }
}

type Signal = Extract<Input, { type: 'signal' }>['signal'];
type Measurement = Extract<Signal, { type: 'measurement' }>['measurement'];
