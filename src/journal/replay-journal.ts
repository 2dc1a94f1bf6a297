import type { Fact } from '../session/facts.ts';
import type { Input } from '../session/input.ts';
import type { StoredSession } from './read-journal.ts';

type SensorSignal = Extract<Input, { type: 'signal' }>['signal'];

/** Of the shape of a Recording of devices/replay, which this floor does not import. */
export type JournalRecording = {
  readonly source: string;
  readonly signals: readonly { readonly atMs: number; readonly signal: SensorSignal }[];
  readonly durationMs: number;
};

/** What the sensor said in a session, malformed packets and the link's changes too, up to the source's end or the last fact. */
export function recordingFromJournal({ header, facts }: StoredSession): JournalRecording {
  const signals = signalsOf(facts);
  const end = facts.find((fact) => fact.type === 'source-ended') ?? facts.at(-1);
  const durationMs = Math.max(end?.atMs ?? 0, signals.at(-1)?.atMs ?? 0);
  return { source: header.id, signals, durationMs };
}

/** The signals that facts tell of, in order of time. */
export const signalsOf = (facts: readonly Fact[]): JournalRecording['signals'] =>
  facts
    .flatMap((fact) => {
      const signal = signalOf(fact);
      return signal === undefined ? [] : [{ atMs: fact.atMs, signal }];
    })
    .sort((a, b) => a.atMs - b.atMs);

function signalOf(fact: Fact): SensorSignal | undefined {
  switch (fact.type) {
    case 'measured': {
      const { bpm, rrIntervalsMs, skinContact, energyKj } = fact;
      const measurement = {
        bpm,
        rrIntervalsMs,
        ...(skinContact !== undefined && { skinContact }),
        ...(energyKj !== undefined && { energyKj }),
      };
      return { type: 'measurement', measurement };
    }
    case 'malformed':
      return { type: 'malformed', bytes: new Uint8Array(Buffer.from(fact.hex, 'hex')) };
    case 'link-changed':
      // JSON has no undefined, so what zod calls "or undefined" is absent.
      return {
        type: 'link',
        link: fact.link as Extract<SensorSignal, { type: 'link' }>['link'],
      };
    default:
      return undefined;
  }
}
