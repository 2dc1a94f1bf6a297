import { basename } from 'node:path';
import type { Recording } from '../../devices/replay/recording.ts';
import { recordingFromRrIntervals } from '../../devices/replay/recording-from-rr-intervals.ts';
import { ExchangeError } from '../exchange/exchange-error.ts';
import { decodeFit } from '../exchange/fit/decode-fit.ts';
import { isFit } from '../exchange/fit/fit-messages.ts';
import { importedFacts } from '../exchange/imported-facts.ts';
import { parseRrText } from '../exchange/text/rr-text.ts';
import { readJournal } from '../journal/read-journal.ts';
import { recordingFromJournal, signalsOf } from '../journal/replay-journal.ts';
import { DoorError, exitCode } from './door-error.ts';
import { fileBytes } from './recording-bytes.ts';

/** A recording by its path: RR text, FIT, or one of our own journals. Throws DoorError naming the file and what is wrong. */
export function readRecording(path: string): Recording {
  const { bytes } = fileBytes(path);
  if (isFit(bytes)) return fitRecording(path, bytes);
  const text = Buffer.from(bytes).toString('utf8');
  if (text.trimStart().startsWith('{')) return recordingFromJournal(readJournal(path));
  const { rrIntervalsMs, badLines } = parseRrText(text);
  if (badLines.length > 0) {
    const shown = badLines.slice(0, 5).join(', ');
    throw new DoorError(
      `${path} is no recording we know: line ${shown} is no RR interval in ms (${badLines.length} such lines). ` +
        'RR text has one number a line; a journal begins with a JSON header; FIT is read as well.',
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

/** A damaged FIT file is not replayed in silence: `import` takes what is whole of it, and says what is not. */
function fitRecording(path: string, bytes: Uint8Array): Recording {
  try {
    const { session, damage } = decodeFit(bytes);
    if (damage.length > 0) throw new ExchangeError(damage.join('; '));
    const facts = importedFacts(session);
    if (!facts.some(({ type }) => type === 'measured'))
      throw new ExchangeError('it holds no pulse');
    return { source: basename(path), signals: signalsOf(facts), durationMs: session.endMs };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new DoorError(
      `${path} cannot be replayed: ${error.message}; pulsepace import keeps what is whole of it.`,
      exitCode.damaged,
    );
  }
}
