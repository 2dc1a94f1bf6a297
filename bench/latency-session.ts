import { createRequire } from 'node:module';
import { clearsIn } from './clears.ts';
import { type WornOptions, wornProgram } from './worn-program.ts';

const { Terminal } = createRequire(import.meta.url)(
  '@xterm/headless',
) as typeof import('@xterm/headless');
const longestMs = 10_000;

export type Seen = { readonly paintedMs: number; readonly rungMs: number };
export type Left = { readonly sent: readonly number[]; readonly lines: readonly string[] };

export type LatencySession = {
  readonly send: (bpm: number) => void;
  /** Sends one and says after how many ms the screen had it; undefined where it had not within `withinMs`. */
  readonly sendAndWatch: (bpm: number, withinMs: number) => Promise<number | undefined>;
  /** Sends one that warns, and says after how many ms the bell had rung so often, and the word was on the screen. */
  readonly sendAndWarn: (bpm: number, word: string, strokes: number) => Promise<Seen>;
  readonly screen: () => string;
  /** How many writes have reached the terminal, and how often it was cleared. */
  readonly painted: () => number;
  readonly clears: () => number;
  /** Bells so far. */
  readonly rung: () => number;
  readonly data: string;
  readonly pid: number;
  /** The pulses that were sent, and what the journal made of them. */
  readonly close: () => Promise<Left>;
};

/** `watch` on a strap of a virtual radio in a real terminal, whose screen an emulator keeps. */
export async function latencySession(options: WornOptions = {}): Promise<LatencySession> {
  const worn = await wornProgram(options);
  const emulator = new Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  let awaited = (_: number): void => undefined;
  let [painted, clears, rung] = [0, 0, 0];
  worn.terminal.onData((bytes) => {
    const atMs = performance.now();
    painted += 1;
    clears += clearsIn(bytes);
    rung += bytes.split('\u0007').length - 1;
    emulator.write(bytes, () => awaited(atMs));
  });

  function screen(): string {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  function watch(
    isThere: (atMs: number) => boolean,
    withinMs: number,
  ): Promise<number | undefined> {
    return new Promise((resolve) => {
      const late = setTimeout(() => end(undefined), withinMs);
      const end = (ms: number | undefined): void => {
        clearTimeout(late);
        if (awaited === look) awaited = () => undefined;
        resolve(ms);
      };
      const look = (atMs: number): void => {
        if (isThere(atMs)) end(atMs);
      };
      awaited = look;
    });
  }

  return {
    send: worn.send,
    sendAndWatch: async (bpm, withinMs) => {
      const sentMs = performance.now();
      const seen = watch(() => screen().includes(`${bpm} bpm`), withinMs);
      worn.send(bpm);
      const atMs = await seen;
      return atMs === undefined ? undefined : atMs - sentMs;
    },
    sendAndWarn: async (bpm, word, strokes) => {
      const before = rung;
      const sentMs = performance.now();
      let rungMs: number | undefined;
      const seen = watch((atMs) => {
        if (rung - before >= strokes) rungMs ??= atMs - sentMs;
        return rungMs !== undefined && screen().includes(word);
      }, longestMs);
      worn.send(bpm);
      const atMs = await seen;
      if (atMs === undefined || rungMs === undefined) {
        throw new Error(`At ${bpm} bpm ${word} was never painted or rung:\n${screen()}`);
      }
      return { paintedMs: atMs - sentMs, rungMs };
    },
    screen,
    painted: () => painted,
    clears: () => clears,
    rung: () => rung,
    data: worn.data,
    pid: worn.terminal.pid,
    close: async () => {
      const lines = await worn.close();
      const sent = worn.strap.sent.map((hex) => Buffer.from(hex, 'hex').readUInt8(1));
      return { sent, lines };
    },
  };
}
