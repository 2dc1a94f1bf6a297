import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, onTestFinished, test } from 'vitest';
import { decodeHeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { VirtualStrap } from '../virtual-strap/virtual-strap.ts';
import { air, heart } from './air.ts';
import { knownHome, newestJournal, run } from './pulsepace.ts';
import { type RealTerminal, terminal } from './terminal.ts';

const lostAfterMs = 6000;
/** A frame, and a look at it. */
const slackMs = 1000;

/** `train heart` with a strap that is remembered, once its pulse is on the screen. */
async function training({ bpm = 70, size = {} } = {}) {
  const here = await air();
  const home = knownHome();
  const strap = here.add('Polar H10', { batteryPercent: 80, controlPoint: true });
  const used = await run(home, ['sensors', 'use', 'c00000000001'], { env: here.env });
  expect(used.code).toBe(0);
  const beating = heart(strap, { bpm });
  const screen = terminal(home, ['train', 'heart', '--screened'], { env: here.env, ...size });
  const { pid } = screen;
  const stale = neverStale(screen, beating.ageMs);
  await screen.shows('bpm · live');
  return { here, home, strap, beating, screen, pid, stale };
}

/** Looks all the time whether a number is shown that is older than the rules allow. */
function neverStale(screen: RealTerminal, ageMs: () => number) {
  const found: string[] = [];
  const looking = setInterval(async () => {
    const age = ageMs();
    const shown = /bpm · .+/.exec(await screen.screen());
    if (shown && age > lostAfterMs + slackMs) found.push(`${shown[0]} after ${age} ms`);
  }, 40);
  onTestFinished(() => clearInterval(looking));
  return found;
}

/** Ends the session after its last beat, and compares: every packet the strap sent is a fact, in order. */
async function ended({
  home,
  strap,
  beating,
  screen,
  pid,
  stale,
}: Awaited<ReturnType<typeof training>>) {
  beating.beatAt(77);
  await screen.shows('77 bpm');
  beating.stop();
  const before = drivers(pid);
  expect(before.length).toBeGreaterThan(0);
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  await gone(before);
  expect(stale).toEqual([]);
  expect(screen.written()).not.toMatch(/noble|warning:|unauthorized/i);
  const { facts, header } = newestJournal(home);
  expect(header).toMatchObject({ source: 'strap', sensor: 'Polar H10' });
  expect(agreement(strap)).toEqual(measured(facts));
  const shown = await run(home, ['log', 'show', '--json']);
  return { facts, summary: JSON.parse(shown.stdout) };
}

const agreement = (strap: VirtualStrap) =>
  strap.sent.map((hex) => {
    const { bpm, rrIntervalsMs } = decodeHeartRateMeasurement(Buffer.from(hex, 'hex')) ?? {};
    return [bpm, rrIntervalsMs];
  });

const measured = (facts: ReturnType<typeof newestJournal>['facts']) =>
  facts.flatMap((fact) => (fact.type === 'measured' ? [[fact.bpm, fact.rrIntervalsMs]] : []));

/** Process ids below this one. */
function drivers(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

async function gone(pids: readonly number[]): Promise<void> {
  const untilMs = performance.now() + 2000;
  while (pids.some((pid) => existsSync(`/proc/${pid}`)) && performance.now() < untilMs) {
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
}

test('a strap that hangs up: lost is shown, it is taken back, one journal with a gap marked', async () => {
  const session = await training();
  session.strap.drop();
  await session.screen.shows('link lost: the strap hung up');
  expect(await session.screen.screen()).toContain('t try now');
  session.screen.type('t');
  await session.screen.shows('bpm · live');
  const { summary } = await ended(session);
  expect(session.strap.count('subscribed')).toBe(2);
  expect(summary.gaps).toContainEqual(expect.objectContaining({ reason: 'lost' }));
});

test('a strap that vanishes and returns', async () => {
  const session = await training();
  session.strap.vanish();
  await session.screen.shows('link lost: out of reach');
  session.strap.return();
  await session.screen.shows('bpm · live');
  const { summary } = await ended(session);
  expect(summary.gaps.length).toBeGreaterThan(0);
});

test('an adapter that goes and comes back', async () => {
  const session = await training();
  session.beating.beatAt(75);
  await session.screen.shows('75 bpm');
  session.here.radio.powerOff();
  await session.screen.shows('link lost: Bluetooth is switched off');
  await session.here.radio.powerOn();
  await session.screen.shows('bpm · live');
  const { facts, summary } = await ended(session);
  expect(summary.gaps.length).toBeGreaterThan(0);
  expect(facts).toContainEqual(
    expect.objectContaining({ link: { status: 'lost', reason: 'Bluetooth is switched off' } }),
  );
});

test('a strap that stays connected and falls silent: late, then lost, never a number that stands', async () => {
  const session = await training();
  session.strap.mute();
  await session.screen.shows(/bpm · \d+ s old/);
  await session.screen.shows('signal lost', 12_000);
  session.strap.mute(false);
  await session.screen.shows('bpm · live');
  const { summary } = await ended(session);
  expect(session.strap.count('connected')).toBe(1);
  expect(summary.gaps).toContainEqual(expect.objectContaining({ reason: 'lost' }));
});

test('a second strap beside it is never taken, not even while the own one is away', async () => {
  const session = await training({ size: { columns: 40, rows: 10 } });
  const neighbour = session.here.add('Polar H10');
  heart(neighbour, { bpm: 120 });
  session.strap.drop();
  session.strap.vanish();
  await session.screen.shows('signal lost');
  await session.screen.shows('t seek');
  session.screen.type('t');
  session.strap.return();
  await session.screen.shows('bpm · live');
  const { facts } = await ended(session);
  expect(neighbour.count('connected')).toBe(0);
  expect(JSON.stringify(facts)).not.toContain('"bpm":120');
});
