import { NEVER, type Observable, type SchedulerLike } from 'rxjs';
import type { HeartRateSensor } from '../../devices/heart-rate-sensor.ts';
import { replay } from '../../devices/replay/replay.ts';
import { parseSimulator } from '../../devices/simulator/parse-simulator.ts';
import { simulateStrap } from '../../devices/simulator/simulate-strap.ts';
import type { Source } from '../session/header.ts';
import { DoorError } from './door-error.ts';
import { readRecording } from './read-recording.ts';
import type { SensorWish } from './sensor-wish.ts';

export type ChosenSensor = {
  readonly source: Source;
  /** In words, for the header and the screen. */
  readonly name: string;
  readonly open: (scheduler: SchedulerLike, body: Body, asked: AskedOfSensor) => HeartRateSensor;
};

/** What the session asks of a body: effort from 0 to 1, and whether it is on its feet. Only a simulated heart needs telling. */
type Body = { readonly effort$: Observable<number>; readonly upright$: Observable<boolean> };

/** What reaches a sensor while it is worn, and how it answers the person. */
type AskedOfSensor = {
  readonly wish$: Observable<SensorWish>;
  readonly say: (sentence: string) => void;
};

const replayPrefix = 'replay:';

/** The simulator or recording named by `--sensor`, or none at all; undefined where a strap is meant. Throws a DoorError. */
export function chooseSensor(text: string | false | undefined): ChosenSensor | undefined {
  if (text === false) return noSensor;
  if (text?.startsWith(replayPrefix)) return recorded(text.slice(replayPrefix.length));
  return text !== undefined && /^simulator\b/.test(text) ? simulated(text) : undefined;
}

function recorded(path: string): ChosenSensor {
  const recording = readRecording(path);
  return {
    source: 'replay',
    name: recording.source,
    open: (scheduler) => replay(recording, scheduler),
  };
}

function simulated(text: string): ChosenSensor {
  const options = parseSimulator(text);
  if (typeof options === 'string') throw new DoorError(options);
  return {
    source: 'simulator',
    name: `simulated strap (${options.person.name})`,
    open: (scheduler, body) => simulateStrap({ ...options, ...body, scheduler }),
  };
}

/** A plain timer, by the person's own word: no pulse, no guard. */
const noSensor: ChosenSensor = { source: 'none', name: 'no strap', open: () => NEVER };
