import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Recording } from '../../devices/replay/recording.ts';
import { recordingFromRrIntervals } from '../../devices/replay/recording-from-rr-intervals.ts';
import { parseRrText } from '../exchange/rr-text.ts';
import { readJournal } from '../journal/read-journal.ts';
import { recordingFromJournal } from '../journal/replay-journal.ts';
import { DoorError, exitCode } from './door-error.ts';

const largestBytes = 64 * 1024 * 1024;

/** A recording by its path: RR text, or one of our own journals. Throws DoorError naming the file and what is wrong. */
export function readRecording(path: string): Recording {
  const text = readText(path);
  if (text.trimStart().startsWith('{')) return recordingFromJournal(readJournal(path));
  const { rrIntervalsMs, badLines } = parseRrText(text);
  if (badLines.length > 0) {
    const shown = badLines.slice(0, 5).join(', ');
    throw new DoorError(
      `${path} is no recording we know: line ${shown} is no RR interval in ms (${badLines.length} such lines). ` +
        'RR text has one number a line; a journal begins with a JSON header.',
      exitCode.damaged,
    );
  }
  if (rrIntervalsMs.length < 2) {
    throw new DoorError(
      `${path} holds no RR intervals; give a file with one a line, in ms.`,
      exitCode.damaged,
    );
  }
  return recordingFromRrIntervals(rrIntervalsMs, basename(path));
}

function readText(path: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = fstatSync(descriptor);
    if (!found.isFile())
      throw new DoorError(`${path} is not a file; give the path of a recording.`);
    if (found.size > largestBytes) {
      throw new DoorError(`${path} is larger than 64 MiB, so it is not read as a recording.`);
    }
    return readFileSync(descriptor, 'utf8');
  } catch (error) {
    if (error instanceof DoorError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DoorError(`The recording ${path} cannot be read (${reason}); check the path.`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
