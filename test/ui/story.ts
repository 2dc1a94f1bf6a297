import type { Link } from '../../devices/heart-rate-sensor.ts';
import { decide } from '../../src/session/decide.ts';
import type { Key } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { headerSchema } from '../../src/session/header-schema.ts';
import type { Input } from '../../src/session/input.ts';
import { sourceLimits } from '../../src/session/limits.ts';
import type { Routine } from '../../src/session/routine.ts';
import { routineSchema } from '../../src/session/routine-schema.ts';
import { rulesSchema } from '../../src/session/rules.ts';
import { ready, type SessionState } from '../../src/session/state.ts';
import type { Turn } from '../../src/session/turn.ts';

const heartRoutine: Routine = routineSchema.parse({
  schemaVersion: 1,
  id: 'heart',
  name: 'Heart and vessels',
  summary: 'The main routine.',
  baseline: false,
  restSeconds: 20,
  steps: [
    {
      id: 'circles',
      name: 'Feet and hands circles',
      posture: 'sitting',
      prompt: ['Sit tall, feet off the floor.', 'Turn feet and hands in slow, wide circles.'],
      dose: { type: 'time', seconds: 60 },
      breathing: 'Breathe evenly.',
      effort: 'light',
    },
    {
      id: 'side-bends',
      name: 'Side bends with leg lift',
      posture: 'standing',
      prompt: [
        'Stand with your feet shoulder-wide, arms up, hands locked.',
        'Bend to the left while the left leg moves out to the side.',
        'Come back slowly, then bend again.',
      ],
      dose: { type: 'reps', reps: 8, cadencePerMin: 12, each: ['left', 'right'] },
      breathing: 'Breathe out as you bend.',
      effort: 'moderate',
    },
    {
      id: 'evening-out',
      name: 'Evening out',
      posture: 'sitting',
      prompt: ['Sit and breathe until your pulse has come down.'],
      dose: { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 },
      breathing: 'In for four, out for six.',
      effort: 'still',
    },
  ],
});

export const header: SessionHeader = headerSchema.parse({
  schemaVersion: 1,
  id: 'story',
  app: 'pulsepace 0.1.0',
  startedAt: '2026-11-22T07:00:00Z',
  utcOffsetMinutes: 60,
  timeZone: 'Europe/Vienna',
  source: 'strap',
  sensor: 'Polar H10',
  routine: heartRoutine,
  level: 10,
  limits: sourceLimits,
  rules: rulesSchema.parse({}),
});

/** A session told second by second through the real decider. */
export function createStory(from: SessionHeader = header) {
  let state: SessionState = ready(from);
  let atMs = 0;
  const turns: Turn[] = [];

  function take(input: Input): void {
    const decision = decide(state, input);
    state = decision.state;
    turns.push({ atMs: input.atMs, input, ...decision });
  }

  const story = {
    link: (link: Link) => {
      take({ type: 'signal', atMs, signal: { type: 'link', link } });
      return story;
    },
    /** A measurement of `bpm` each second. */
    beat: (bpm: number, seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        atMs += 1000;
        const measurement = { bpm, rrIntervalsMs: [] };
        take({ type: 'signal', atMs, signal: { type: 'measurement', measurement } });
      }
      return story;
    },
    /** RR intervals in ms as they end, a packet a second, as a strap sends them. */
    hear: (rrIntervalsMs: readonly number[]) => {
      let endMs = 0;
      let waiting: number[] = [];
      for (const rrMs of rrIntervalsMs) {
        endMs += rrMs;
        waiting.push(rrMs);
        if (endMs < 1000) continue;
        endMs -= 1000;
        atMs += 1000;
        const bpm = Math.round(
          60_000 / (waiting.reduce((sum, each) => sum + each) / waiting.length),
        );
        const measurement = { bpm, rrIntervalsMs: waiting };
        take({ type: 'signal', atMs, signal: { type: 'measurement', measurement } });
        waiting = [];
      }
      return story;
    },
    /** What a strap says that feels its skin, or does not. */
    feel: (skinContact: boolean, seconds: number, energyKj?: number) => {
      for (let second = 0; second < seconds; second += 1) {
        atMs += 1000;
        const more = energyKj === undefined ? {} : { energyKj };
        const measurement = { bpm: 70, rrIntervalsMs: [], skinContact, ...more };
        take({ type: 'signal', atMs, signal: { type: 'measurement', measurement } });
      }
      return story;
    },
    /** Time without a measurement. */
    wait: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        atMs += 1000;
        take({ type: 'tick', atMs });
      }
      return story;
    },
    press: (key: Key) => {
      take({ type: 'key', atMs, key });
      return story;
    },
    until: (bpm: number, isThere: (state: SessionState) => boolean) => {
      for (let second = 0; second < 1000 && !isThere(state); second += 1) story.beat(bpm, 1);
      return story;
    },
    state: () => state,
    atMs: () => atMs,
    turns: () => turns,
  };
  return story;
}

export type Story = ReturnType<typeof createStory>;

export const connected = (): Story =>
  createStory().link({ status: 'connected', name: 'Polar H10', batteryPercent: 80 });

const isIn = (name: SessionState['phase']['name'], stepIndex?: number) => (state: SessionState) =>
  state.phase.name === name &&
  (stepIndex === undefined || ('stepIndex' in state.phase && state.phase.stepIndex === stepIndex));

/** With a minute at rest before, and a first step on one's feet. */
export const measuredFirst: SessionHeader = {
  ...header,
  routine: { ...heartRoutine, baseline: true, steps: heartRoutine.steps.slice(1) },
};
/** Sets, and holds on each side. */
const counted: SessionHeader = {
  ...header,
  routine: routineSchema.parse({
    ...heartRoutine,
    name: 'Sets and holds',
    restSeconds: 0,
    steps: [
      {
        ...heartRoutine.steps[0],
        dose: { type: 'sets', sets: 3, reps: 8, cadencePerMin: 20, restSeconds: 60 },
      },
      {
        ...heartRoutine.steps[0],
        id: 'side-press',
        name: 'Side press',
        prompt: ['Press your head against your palm.'],
        dose: {
          type: 'holds',
          holdSeconds: 6,
          reps: 3,
          restSeconds: 15,
          each: ['left', 'right'],
        },
      },
    ],
  }),
};
/** A time shared out between two ways of turning. */
const turned = counted.routine.steps.slice(0, 1).map((step) => ({
  ...step,
  dose: {
    type: 'time' as const,
    seconds: 60,
    cadencePerMin: 8,
    halves: ['clockwise', 'counter-clockwise'],
  },
}));
export const withStrap = (from: SessionHeader): Story =>
  createStory(from).link({ status: 'connected', name: 'Polar H10', batteryPercent: 80 });

/** The moments whose whole screens are kept. */
export const moments = {
  searching: () => createStory().wait(4),
  baseline: () => withStrap(measuredFirst).beat(72, 20),
  'ask-to-stand': () => withStrap(measuredFirst).until(84, isIn('ask-to-stand')).beat(84, 5),
  implausible: () => connected().until(78, isIn('exercise')).beat(80, 10).beat(0, 6),
  unguarded: () => createStory({ ...header, source: 'none' }).wait(30),
  'get-ready': () => connected().beat(72, 8),
  exercise: () => connected().until(78, isIn('exercise')).beat(80, 18),
  reps: () => connected().until(82, isIn('exercise', 1)).beat(84, 22),
  set: () => withStrap(counted).until(78, isIn('exercise')).beat(80, 90),
  'rest-between-sets': () => withStrap(counted).until(78, isIn('exercise')).beat(80, 40),
  halves: () =>
    withStrap({ ...counted, routine: { ...counted.routine, steps: turned } })
      .until(78, isIn('exercise'))
      .beat(80, 40),
  hold: () => withStrap(counted).until(78, isIn('exercise', 1)).beat(80, 24),
  'rest-between-sides': () => withStrap(counted).until(78, isIn('exercise', 1)).beat(80, 50),
  caution: () => connected().until(82, isIn('exercise', 1)).beat(84, 20).beat(93, 9),
  recovery: () => connected().until(82, isIn('exercise', 1)).beat(95, 6).beat(104, 3).beat(102, 5),
  rest: () => connected().until(80, isIn('rest')).beat(92, 26),
  offer: () => connected().until(80, isIn('rest')).beat(89, 202),
  held: () => connected().until(78, isIn('exercise')).beat(80, 10).wait(9),
  late: () => connected().until(78, isIn('exercise')).beat(80, 10).wait(5),
  paused: () => connected().until(78, isIn('exercise')).beat(80, 10).press('pause').beat(78, 12),
  'end-asked': () => connected().until(78, isIn('exercise')).beat(80, 10).press('end').beat(80, 2),
  discomfort: () =>
    connected().until(78, isIn('exercise')).beat(86, 10).press('discomfort').beat(85, 3),
  'cool-down': () =>
    connected().until(82, isIn('exercise', 1)).beat(92, 3).press('end').press('end').beat(83, 20),
  ended: () => connected().until(80, isIn('ended')),
} as const satisfies Record<string, () => Story>;
