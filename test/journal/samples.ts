import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Journal } from '../../src/journal/journal.ts';
import { lineOf } from '../../src/journal/line.ts';
import { decide } from '../../src/session/decide.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import type { Input } from '../../src/session/input.ts';
import { ready } from '../../src/session/state.ts';
import { headerOf, plainRoutine } from '../session/story.ts';

export const header: SessionHeader = headerOf(plainRoutine(), { id: 'ab12cd' });

/** A folder of its own, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A session with a strap that drops, breaks a packet and warns, told by the rules themselves, to its end. */
export function recordedFacts(seconds = 240): readonly Fact[] {
  const facts: Fact[] = [];
  let state = ready(header);
  const inputs: Input[] = [
    signal(100, { type: 'link', link: { status: 'connecting', name: 'H10 ♥ 測' } }),
    signal(200, { type: 'link', link: { status: 'connected', name: 'H10', batteryPercent: 80 } }),
    ...Array.from({ length: seconds }, (_, second) => measured(second)),
    signal(seconds * 1000 + 1300, { type: 'malformed', bytes: new Uint8Array([0x10, 0xff]) }),
    { type: 'key', key: 'acknowledge', atMs: seconds * 1000 + 1400 },
    { type: 'source-ended', atMs: seconds * 1000 + 1500 },
    { type: 'key', key: 'stop', atMs: seconds * 1000 + 2000 },
  ];
  for (const input of inputs) {
    const decision = decide(state, input);
    facts.push(...decision.facts);
    state = decision.state;
  }
  return facts;
}

function measured(second: number): Input {
  const bpm = Math.round(80 + 18 * Math.sin(second / 20));
  return signal(1000 + second * 1000 + 0.125, {
    type: 'measurement',
    measurement: {
      bpm,
      rrIntervalsMs: [Math.round((60_000 / bpm) * 1.024) / 1.024],
      ...(second % 3 === 0 && { skinContact: second % 30 !== 0 }),
      ...(second % 7 === 0 && { energyKj: second }),
    },
  });
}

/** So many trusted measurements, one a second. */
export const manyMeasured = (count: number): Fact[] =>
  Array.from({ length: count }, (_, second) => ({
    type: 'measured',
    atMs: second * 1000 + 0.25,
    bpm: 80 + (second % 12),
    rrIntervalsMs: [750 + (second % 50)],
  }));

type Signal = Extract<Input, { type: 'signal' }>;
const signal = (atMs: number, what: Signal['signal']): Signal => ({
  type: 'signal',
  atMs,
  signal: what,
});

export const journalText = (facts: readonly Fact[]): string =>
  [header, ...facts].map(lineOf).join('');

export function pathOf(journal: Journal): string {
  if (journal.path === undefined) throw new Error('this journal keeps nothing');
  return journal.path;
}

export const textAt = (path: string): string => readFileSync(path, 'utf8');

/** What JSON keeps of a value: keys that are undefined are gone. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value));
