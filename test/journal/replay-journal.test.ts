import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toArray, VirtualTimeScheduler } from 'rxjs';
import { expect, test } from 'vitest';
import type { Recording } from '../../devices/replay/recording.ts';
import { replay } from '../../devices/replay/replay.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { recordingFromJournal } from '../../src/journal/replay-journal.ts';
import { decide } from '../../src/session/decide.ts';
import type { Fact } from '../../src/session/facts.ts';
import { ready } from '../../src/session/state.ts';
import { header, journalText, recordedFacts, temporaryFolder } from './samples.ts';

const facts = recordedFacts();

function stored(told: readonly Fact[] = facts) {
  const path = join(temporaryFolder(), 'session.ndjson');
  writeFileSync(path, journalText(told));
  return readJournal(path);
}

test('a recording has every signal of the session as it was: measurements, broken packets, the link', () => {
  const recording: Recording = recordingFromJournal(stored());
  const kinds = (type: string) => recording.signals.filter(({ signal }) => signal.type === type);
  expect(kinds('measurement').length).toBe(240);
  expect(kinds('malformed')).toEqual([
    { atMs: 241_300, signal: { type: 'malformed', bytes: new Uint8Array([0x10, 0xff]) } },
  ]);
  expect(kinds('link').map(({ signal }) => signal)).toEqual([
    { type: 'link', link: { status: 'connecting', name: 'H10 ♥ 測' } },
    { type: 'link', link: { status: 'connected', name: 'H10', batteryPercent: 80 } },
  ]);
  expect(recording).toMatchObject({ source: 'ab12cd', durationMs: 241_500 });
});

test('a session judged again from its own recording tells the same story up to its last measurement', () => {
  const recording = recordingFromJournal(stored());
  let state = ready(header);
  const again: Fact[] = [];
  for (const { atMs, signal } of recording.signals) {
    const decision = decide(state, { type: 'signal', atMs, signal });
    again.push(...decision.facts);
    state = decision.state;
  }
  const untilMs = recording.signals.at(-1)?.atMs ?? 0;
  expect(again).toEqual(facts.filter(({ atMs }) => atMs <= untilMs));
});

test('the replaying sensor says it all and completes', () => {
  const recording = recordingFromJournal(stored());
  const scheduler = new VirtualTimeScheduler();
  let said: unknown;
  replay(recording, scheduler)
    .pipe(toArray())
    .subscribe((signals) => {
      said = signals;
    });
  scheduler.flush();
  expect(said).toEqual(recording.signals.map(({ signal }) => signal));
});

test('signals come in order of time, within the duration, from a session without facts too', () => {
  const shuffled = recordingFromJournal(stored([...facts].reverse()));
  const times = shuffled.signals.map(({ atMs }) => atMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(shuffled.durationMs).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
  expect(recordingFromJournal(stored([]))).toMatchObject({ signals: [], durationMs: 0 });
});
