/**
 * Where the time of a frame goes at 1 Hz, from the strap's send to the terminal: each mark adds some tenths of a ms, so that
 * the parts are for comparison and `frame-latency` for the whole.
 * npm run bench -- latency-parts [--seconds N]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { latencySession } from './latency-session.ts';
import { option } from './options.ts';
import { figures } from './quantile.ts';

const seconds = option('seconds', 30);
const warmUps = 5;
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-parts-'));
const marksFile = join(folder, 'marks');
const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

const session = await latencySession({
  requires: [join(import.meta.dirname, 'latency-marks.cjs')],
  env: { PULSEPACE_LATENCY_MARKS: marksFile },
});
const seen: (readonly [sentMs: number, shownMs: number])[] = [];
for (let beat = 0; beat < seconds + warmUps; beat += 1) {
  const sentMs = monotonicMs();
  const ms = await session.sendAndWatch(55 + ((beat * 7) % 30), 900);
  if (ms !== undefined && beat >= warmUps) seen.push([sentMs, sentMs + ms]);
  await pause(1000);
}
await session.close();

type Mark = readonly [what: string, atMs: number];
const marks = readFileSync(marksFile, 'utf8')
  .trim()
  .split('\n')
  .map((line): Mark => JSON.parse(line))
  .sort(([, one], [, other]) => one - other);
rmSync(folder, { recursive: true });
const after = (what: string, fromMs: number): number =>
  marks.find(([name, atMs]) => name === what && atMs >= fromMs)?.[1] ?? Number.NaN;

const parts = seen.map(([sentMs, shownMs]) => {
  const sends = after('sends', sentMs);
  const heard = after('heard', sends);
  const writes = after('writes', heard);
  const written = after('written', writes);
  return [sends - sentMs, heard - sends, writes - heard, written - writes, shownMs - written];
});
const names = [
  'strap, radio, noble, driver',
  'driver to program',
  'judged, in the journal, drawn',
  'write',
  'terminal',
];
const whole = seen.map(([sentMs, shownMs]) => shownMs - sentMs);
const lines = names.map(
  (name, part) => `${name}: ${figures(parts.map((each) => each[part] ?? 0))}`,
);
process.stdout.write(`${[...lines, `whole: ${figures(whole)}`].join('\n')}\n`);
