import type { Posture } from '../../src/session/routine.ts';

/** What the source prescribes of one exercise; `dose` holds only what is its own word, and must never be changed. */
type SourceExercise = {
  readonly id: string;
  readonly postures: readonly Posture[];
  readonly dose?: Readonly<Record<string, unknown>>;
};

/** The source article, exercise by exercise in its order, typed by hand: its doses stand here a second time. */
export const sourceExercises: Readonly<Record<string, readonly SourceExercise[]>> = {
  capillaries: [
    { id: 'vibration', postures: ['lying'], dose: { type: 'time', seconds: 120 } },
    { id: 'goldfish', postures: ['lying'], dose: { type: 'time' } },
  ],
  cerebral: [
    { id: 'warm-up-bends', postures: ['standing'] },
    { id: 'head-rotations', postures: ['standing'], dose: { type: 'time', seconds: 120 } },
    { id: 'clasped-forward-bends', postures: ['standing'], dose: { type: 'reps', reps: 8 } },
    { id: 'straight-leg-swings', postures: ['standing'] },
    { id: 'bent-leg-swings', postures: ['standing'] },
    {
      id: 'birch',
      postures: ['lying'],
      dose: { type: 'time', seconds: { least: 30, most: 300 } },
    },
  ],
  legs: [
    { id: 'straight-knee-bends', postures: ['standing'] },
    {
      id: 'seated-straddle-bends',
      postures: ['sitting'],
      dose: { type: 'sets', reps: { least: 8, most: 10 }, restSeconds: 60 },
    },
    { id: 'knee-walking', postures: ['kneeling'] },
    { id: 'cool-water', postures: ['standing'], dose: { type: 'open' } },
  ],
  neck: [
    {
      id: 'wall-press',
      postures: ['standing'],
      dose: { type: 'holds', holdSeconds: { least: 5, most: 6 } },
    },
    {
      id: 'forehead-press',
      postures: ['sitting'],
      dose: {
        type: 'holds',
        holdSeconds: { least: 5, most: 7 },
        reps: { least: 3, most: 7 },
        restSeconds: 15,
      },
    },
    {
      id: 'side-press',
      postures: ['sitting'],
      dose: {
        type: 'holds',
        holdSeconds: { least: 5, most: 7 },
        reps: { least: 3, most: 7 },
        restSeconds: 15,
        each: ['left', 'right'],
      },
    },
    {
      id: 'slow-head-turns',
      postures: ['sitting', 'standing'],
      dose: { type: 'reps', reps: { least: 8, most: 12 } },
    },
  ],
  heart: [
    { id: 'feet-and-hands-circles', postures: ['lying', 'sitting'] },
    { id: 'bends-twists-squats', postures: ['standing'] },
    { id: 'toe-walk', postures: ['walking'] },
    {
      id: 'side-bend-leg-lift',
      postures: ['standing'],
      dose: { type: 'reps', reps: { least: 8, most: 9 }, each: ['left', 'right'] },
    },
    {
      id: 'shoulder-taps',
      postures: ['standing'],
      dose: { type: 'reps', reps: { least: 20, most: 50 } },
    },
    {
      id: 'arm-circles',
      postures: ['standing'],
      dose: { type: 'reps', reps: { least: 10, most: 50 } },
    },
    { id: 'bicycle', postures: ['lying'], dose: { type: 'time' } },
    {
      id: 'scissors',
      postures: ['lying'],
      dose: { type: 'reps', reps: { least: 20, most: 25 } },
    },
    {
      id: 'evening-out',
      postures: ['lying', 'sitting'],
      dose: { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 },
    },
  ],
  walk: [],
  jog: [],
  cycle: [],
  swim: [],
};

/** When the source wants a routine done. */
export const sourceTimes: Readonly<Record<string, readonly string[]>> = {
  capillaries: ['morning', 'evening'],
  cerebral: ['morning'],
  neck: ['morning', 'day', 'evening'],
  heart: ['morning'],
};

/** Our amounts where the source is silent: least and most of what a file may choose. */
export const ourBounds: Readonly<
  Record<string, readonly [key: string, least: number, most: number]>
> = {
  goldfish: ['seconds', 60, 120],
  'warm-up-bends': ['seconds', 60, 120],
  'straight-knee-bends': ['reps', 8, 10],
  'knee-walking': ['seconds', 60, 180],
  'straight-leg-swings': ['reps', 8, 8],
  'bent-leg-swings': ['reps', 8, 8],
  'toe-walk': ['seconds', 60, 120],
  bicycle: ['seconds', 60, 120],
  'wall-press': ['reps', 3, 5],
  'feet-and-hands-circles': ['seconds', 60, 60],
  'bends-twists-squats': ['seconds', 120, 120],
};
