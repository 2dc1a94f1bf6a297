import { NEVER, type Observable, type SchedulerLike } from 'rxjs';
import type { HeartRateSensor } from '../../devices/heart-rate-sensor.ts';
import { replay } from '../../devices/replay/replay.ts';
import { parseSimulator } from '../../devices/simulator/parse-simulator.ts';
import { simulateStrap } from '../../devices/simulator/simulate-strap.ts';
import type { Source } from '../session/header.ts';
import { DoorError, exitCode } from './door-error.ts';
import { readRecording } from './read-recording.ts';

export type ChosenSensor = {
  readonly source: Source;
  /** In words, for the header and the screen. */
  readonly name: string;
  readonly open: (scheduler: SchedulerLike, effort$: Observable<number>) => HeartRateSensor;
};

const replayPrefix = 'replay:';

/** The pulse source named by `--sensor`: a simulator or a recording. Throws DoorError where there is none such. */
export function chooseSensor(text: string | false | undefined): ChosenSensor {
  if (text === false) return noSensor;
  if (text === undefined || text === '') throw noStrap();
  if (text.startsWith(replayPrefix)) return recorded(text.slice(replayPrefix.length));
  if (/^simulator\b/.test(text)) return simulated(text);
  throw noStrap(text);
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
    open: (scheduler, effort$) => simulateStrap({ ...options, effort$, scheduler }),
  };
}

/** A plain timer, by the person's own word: no pulse, no guard. */
const noSensor: ChosenSensor = { source: 'none', name: 'no strap', open: () => NEVER };

const noStrap = (name?: string): DoorError =>
  new DoorError(
    `${name === undefined ? 'No pulse source is named' : `A chest strap (${JSON.stringify(name)}) cannot be reached yet`}; ` +
      'use --sensor simulator, --sensor replay:FILE for a recording, or --no-sensor for a plain timer.',
    name === undefined ? exitCode.usage : exitCode.bluetoothUnavailable,
  );
