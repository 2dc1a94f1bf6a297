import type { z } from 'zod';
import { decide } from '../../src/session/decide.ts';
import type { Dose } from '../../src/session/dose.ts';
import type { Fact, Key } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import type { Input } from '../../src/session/input.ts';
import { sourceLimits } from '../../src/session/limits.ts';
import type { Routine } from '../../src/session/routine.ts';
import { openRoutine } from '../../src/session/routine.ts';
import { routineSchema, type stepSchema } from '../../src/session/routine-schema.ts';
import { rulesSchema } from '../../src/session/rules.ts';
import { ready, type SessionState } from '../../src/session/state.ts';

type StepChange = Partial<z.input<typeof stepSchema>>;

/** A routine of steps for stories: each a minute of moderate moving on one's feet, unless changed; 20 s of rest between. */
export const stepsOf = (...changes: readonly StepChange[]): Routine =>
  routineSchema.parse({
    schemaVersion: 1,
    id: 'plain',
    name: 'Plain',
    summary: 'For stories.',
    baseline: false,
    steps: changes.map((change, index) => ({
      id: `step-${index + 1}`,
      name: `Step ${index + 1}`,
      posture: 'standing',
      prompt: ['Move.'],
      dose: { type: 'time', seconds: 60 },
      breathing: 'Evenly.',
      effort: 'moderate',
      ...change,
    })),
  });

export const plainRoutine = (steps = 2, dose: Dose = { type: 'time', seconds: 60 }): Routine =>
  stepsOf(...Array.from({ length: steps }, () => ({ dose })));

export const headerOf = (routine: Routine, change: Partial<SessionHeader> = {}): SessionHeader => ({
  schemaVersion: 1,
  id: 'story',
  app: 'test',
  startedAt: '2026-11-22T07:00:00.000Z',
  utcOffsetMinutes: 60,
  timeZone: 'Europe/Berlin',
  source: 'strap',
  sensor: 'a strap of the story',
  routine,
  level: 0,
  limits: sourceLimits,
  rules: rulesSchema.parse({}),
  ...change,
});

export const openHeader = (change: Partial<SessionHeader> = {}): SessionHeader =>
  headerOf(openRoutine, change);

export type Told = { readonly facts: readonly Fact[]; readonly state: SessionState };

export const tell = (header: SessionHeader, inputs: readonly Input[]): Told =>
  tellOn({ facts: [], state: ready(header) }, inputs);

export function tellOn(told: Told, inputs: readonly Input[]): Told {
  const facts = [...told.facts];
  let { state } = told;
  for (const input of inputs) {
    const decision = decide(state, input);
    facts.push(...decision.facts);
    state = decision.state;
  }
  return { facts, state };
}

export const measured = (atMs: number, bpm: number, skinContact?: boolean): Input => ({
  type: 'signal',
  atMs,
  signal: {
    type: 'measurement',
    measurement: { bpm, rrIntervalsMs: [], ...(skinContact !== undefined && { skinContact }) },
  },
});

type PacketChange = { readonly rr?: readonly number[]; readonly contact?: boolean };

/** One packet with what a strap may send beside the pulse. */
export const packet = (
  atS: number,
  bpm: number,
  { rr = [], contact }: PacketChange = {},
): Input => ({
  type: 'signal',
  atMs: atS * 1000,
  signal: {
    type: 'measurement',
    measurement: {
      bpm,
      rrIntervalsMs: rr,
      ...(contact !== undefined && { skinContact: contact }),
    },
  },
});

/** One packet a second, from `fromS` up to but without `toS`. */
export const packets = (
  fromS: number,
  toS: number,
  of: (atS: number) => Input = (atS) => packet(atS, 80),
): Input[] => Array.from({ length: Math.max(0, toS - fromS) }, (_, index) => of(fromS + index));

/** One measurement a second of one pulse, from `fromS` up to but without `toS`. */
export const beats = (bpm: number, fromS: number, toS: number): Input[] =>
  Array.from({ length: Math.max(0, toS - fromS) }, (_, index) =>
    measured((fromS + index) * 1000, bpm),
  );

/** A pulse and the second until which it is measured, once a second. */
export type Span = readonly [bpm: number, untilS: number];

/** Spans one after the other, from the start of the session. */
export const through = (...spans: readonly Span[]): Input[] =>
  spans.flatMap(([bpm, untilS], index) => beats(bpm, spans[index - 1]?.[1] ?? 0, untilS));

export const linkLost = (atS: number): Input => ({
  type: 'signal',
  atMs: atS * 1000,
  signal: { type: 'link', link: { status: 'lost', reason: 'out of reach' } },
});

export const linkConnected = (atS: number): Input => ({
  type: 'signal',
  atMs: atS * 1000,
  signal: { type: 'link', link: { status: 'connected', name: 'a strap of the story' } },
});

export const sourceEnded = (atS: number): Input => ({ type: 'source-ended', atMs: atS * 1000 });
export const press = (atS: number, key: Key): Input => ({ type: 'key', atMs: atS * 1000, key });
/** The machine slept from `fromS` until `untilS`, both on the session's clock. */
export const slept = (fromS: number, untilS: number): Input => ({
  type: 'slept',
  atMs: untilS * 1000,
  fromMs: fromS * 1000,
  wallAheadMs: 0,
});
export const tick = (atS: number): Input => ({ type: 'tick', atMs: atS * 1000 });

/** The facts without the measurements, each as `second type detail`, to be read as a story. */
export const storyOf = (facts: readonly Fact[], ...types: Fact['type'][]): string[] =>
  facts
    .filter((fact) => (types.length === 0 ? fact.type !== 'measured' : types.includes(fact.type)))
    .map((fact) =>
      [fact.atMs / 1000, fact.type, detail(fact)].filter((part) => part !== '').join(' '),
    );

function detail(fact: Fact): string {
  switch (fact.type) {
    case 'trust-changed':
      return fact.trust;
    case 'warning-raised':
    case 'warning-repeated':
    case 'warning-cleared':
    case 'warning-acknowledged':
      return fact.level;
    case 'exercise-ended':
      return `${fact.stepIndex} ${fact.outcome}`;
    case 'get-ready-began':
    case 'exercise-began':
    case 'exercise-eased':
    case 'over-stop-counted':
    case 'went-back':
    case 'standing-asked':
      return `${fact.stepIndex}`;
    case 'rest-began':
    case 'cool-down-began':
    case 'session-ended':
    case 'held':
      return fact.reason;
    case 'key-pressed':
      return fact.key;
    default:
      return '';
  }
}
