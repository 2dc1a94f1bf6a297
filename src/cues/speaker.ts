import { leastWarningRank, type Utterance } from './utterance.ts';
import { runQuietly, speakWith } from './voice-process.ts';
import type { Voice } from './voices.ts';

export type Speaker = {
  /** Returns at once. The newest wins; a warning is never cut by a lesser cue, which waits for it instead. */
  readonly say: (utterance: Utterance) => void;
  /** Ends a warning that is being spoken: its cause is gone. */
  readonly hushWarning: () => void;
  readonly hush: () => void;
  /** Nothing is said any more; last words that are being said may end, within a few seconds. */
  readonly close: () => void;
};

export type SpeakerOptions = {
  /** Tried in turn: the next one speaks where one cannot. */
  readonly voices: readonly Voice[];
  /** Called once, with a reason in words, when no voice is left. */
  readonly onSilent: (reason: string) => void;
  readonly deadlineMs?: number;
};

type Running = {
  readonly utterance: Utterance;
  readonly sinceMs: number;
  readonly end: () => void;
};

const usualDeadlineMs = 12_000;
const lastWordsMs = 4000;
const mostFailuresInARow = 2;
/** What had to wait longer than this is no longer news. */
const staleMs = 5000;

/** Speaks through the system's own voice, a child process for each utterance; whatever that does, nothing here waits. */
export function createSpeaker(options: SpeakerOptions): Speaker {
  const { onSilent, deadlineMs = usualDeadlineMs } = options;
  let voices = options.voices;
  let failures = 0;
  let running: Running | undefined;
  let waiting: Pick<Running, 'utterance' | 'sinceMs'> | undefined;
  let isClosed = false;

  function begin(utterance: Utterance, sinceMs = performance.now()): void {
    const [voice] = voices;
    if (voice === undefined) return;
    const end = speakWith(voice, utterance.text, deadlineMs, (trouble) => {
      if (running === own) ended(voice, trouble);
    });
    const own: Running = { utterance, sinceMs, end };
    running = own;
  }

  /** `trouble` where the utterance was not heard: it is tried again as long as it is news. */
  function ended(voice: Voice, trouble: string | undefined): void {
    if (trouble === undefined) {
      failures = 0;
    } else {
      failures += 1;
      waiting ??= running;
    }
    running = undefined;
    if (failures >= mostFailuresInARow) giveUp(voice, trouble ?? '');
    goOn();
  }

  function giveUp(voice: Voice, trouble: string): void {
    failures = 0;
    voices = voices.filter((other) => other !== voice);
    if (voices.length === 0) onSilent(`${voice.program} does not speak: ${trouble}`);
  }

  function goOn(): void {
    const next = waiting;
    waiting = undefined;
    if (next === undefined || isClosed) return;
    if (performance.now() - next.sinceMs <= staleMs) begin(next.utterance, next.sinceMs);
  }

  function cut(): void {
    const cutShort = running;
    running = undefined;
    cutShort?.end();
  }

  function stop(): void {
    if (running === undefined) return;
    cut();
    const [voice] = voices;
    if (voice?.stopArgs !== undefined) runQuietly(voice.program, voice.stopArgs);
  }

  function say(utterance: Utterance): void {
    if (isClosed) return;
    if (!isLesser(utterance, running?.utterance)) {
      waiting = undefined;
      cut();
      begin(utterance);
    } else if (utterance.rank > 0 && utterance.rank >= (waiting?.utterance.rank ?? 0)) {
      waiting = { utterance, sinceMs: performance.now() };
    }
  }

  return {
    say,
    hushWarning: () => {
      if (isWarning(waiting?.utterance)) waiting = undefined;
      if (!isWarning(running?.utterance)) return;
      stop();
      goOn();
    },
    hush: () => {
      waiting = undefined;
      stop();
    },
    close: () => {
      isClosed = true;
      waiting = undefined;
      const last = running;
      if (last?.utterance.isFarewell !== true) stop();
      else setTimeout(() => last.end(), lastWordsMs).unref();
    },
  };
}

const isWarning = (utterance: Utterance | undefined): boolean =>
  utterance !== undefined && utterance.rank >= leastWarningRank;

const isLesser = (utterance: Utterance, than: Utterance | undefined): boolean =>
  than !== undefined && isWarning(than) && utterance.rank < than.rank;
