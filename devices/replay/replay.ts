import { Observable, type SchedulerLike } from 'rxjs';
import type { HeartRateSensor, SensorSignal } from '../heart-rate-sensor.ts';
import { followTimetable } from '../timetable.ts';
import type { Recording } from './recording.ts';

/** The recording as a cold sensor: each signal at its time since subscription, completion at `durationMs`. */
export function replay(recording: Recording, scheduler: SchedulerLike): HeartRateSensor {
  const { signals, durationMs } = recording;
  return new Observable<SensorSignal>((subscriber) => {
    let cursor = 0;
    const nextDueMs = (): number => signals[cursor]?.atMs ?? durationMs;

    return followTimetable(scheduler, nextDueMs(), (dueMs) => {
      for (
        let due = signals[cursor];
        due !== undefined && due.atMs <= dueMs;
        due = signals[cursor]
      ) {
        cursor += 1;
        subscriber.next(due.signal);
      }
      if (cursor < signals.length || dueMs < durationMs) return nextDueMs();
      subscriber.complete();
      return undefined;
    });
  });
}
