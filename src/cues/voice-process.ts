import { type ChildProcess, spawn } from 'node:child_process';
import type { Voice } from './voices.ts';

const longestComplaint = 4000;

/**
 * Starts a voice on a text. `done` is called once, with what went wrong where something did, at the latest after
 * `deadlineMs`. Returns what ends it, whereupon `done` is not called any more.
 */
export function speakWith(
  voice: Voice,
  text: string,
  deadlineMs: number,
  done: (trouble?: string) => void,
): () => void {
  let child: ChildProcess | undefined;
  let isOver = false;
  const late = setTimeout(() => finish('it does not come to an end'), deadlineMs);

  function finish(trouble?: string): void {
    if (isOver) return;
    end();
    done(trouble);
  }

  function end(): void {
    isOver = true;
    clearTimeout(late);
    if (child !== undefined) endGroup(child);
  }

  function start(): void {
    child = spawn(voice.program, [...voice.args], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own can be ended as a whole, and Ctrl-C at the terminal is not its business.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    child.on('error', ({ message }) => finish(message));
    let complaints = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      complaints = `${complaints}${bytes}`.slice(-longestComplaint);
    });
    child.on('close', (code, signal) => {
      finish(code === 0 ? complaintIn(complaints) : `it ended with ${code ?? signal}`);
    });
    child.stdin?.on('error', () => undefined).end(`${text}\n`);
  }

  try {
    start();
  } catch (error) {
    setImmediate(() => finish(error instanceof Error ? error.message : String(error)));
  }
  return end;
}

/** espeak-ng ends well where there is no sound device; only its words tell. */
const complaintIn = (complaints: string): string | undefined =>
  /^error: *(.{1,100})/im.exec(complaints)?.[1];

function endGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}

/** Runs a program to its end, which nobody waits for. */
export function runQuietly(program: string, args: readonly string[]): void {
  spawn(program, [...args], { stdio: 'ignore', windowsHide: true })
    .on('error', () => undefined)
    .unref();
}
