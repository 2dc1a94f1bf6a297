import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

const patienceMs = 20_000;

/** A data directory of a person who has answered the questions that are asked once; it goes with the process. */
export function knownData(): string {
  const data = mkdtempSync(join(tmpdir(), 'pulsepace-bench-'));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const profile = { schemaVersion: 1, askedAt: '2026-11-22T07:00:00.000Z' };
  writeFileSync(join(data, 'profile.json'), JSON.stringify(profile), { mode: 0o600 });
  process.on('exit', () => rmSync(data, { recursive: true, force: true }));
  return data;
}

/** Starts Node in a pseudo-terminal of 80×24 and kills it once its words match; gives the words, without escapes. */
export function untilShown(args: readonly string[], words: RegExp): Promise<string> {
  const terminal = spawn(process.execPath, [...args], {
    cols: 80,
    rows: 24,
    env: { PATH: process.env.PATH, HOME: tmpdir(), TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  });
  let shown = '';
  let isShown = false;
  const late = setTimeout(() => terminal.kill('SIGKILL'), patienceMs);
  terminal.onData((data) => {
    shown += data;
    if (isShown || !words.test(stripVTControlCharacters(shown))) return;
    isShown = true;
    terminal.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    terminal.onExit(() => {
      clearTimeout(late);
      const plain = stripVTControlCharacters(shown);
      if (isShown) resolve(plain);
      else reject(new Error(`${args.join(' ')} never showed ${words}, but ${plain.slice(-300)}`));
    });
  });
}
