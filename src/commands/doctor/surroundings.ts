import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Finding } from './finding.ts';

export type Terminal = {
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const NEEDED_NODE = [20, 19] as const;
const LITTLE_SPACE = 50 * 2 ** 20;
const SMALLEST = { columns: 40, rows: 10 };

export function examineNode(version: string): Finding {
  const id = 'node';
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED_NODE;
  const enough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  if (enough) return { id, status: 'ok', sentence: `Node ${version} is new enough.` };
  const needed = NEEDED_NODE.join('.');
  return {
    id,
    status: 'problem',
    sentence: `Node ${version} is too old; pulsepace needs ${needed} or newer.`,
    command: 'npm install --global n && n lts',
  };
}

/** Whether sessions can be recorded there, or the folder made; creates nothing. */
export function examineDataDirectory(folder: string): Finding {
  const id = 'data';
  const nearest = nearestExisting(folder);
  try {
    if (!statSync(nearest).isDirectory()) {
      const sentence = `${nearest} is in the way of the data directory: it is not a folder.`;
      return { id, status: 'problem', sentence, command: `ls -l '${nearest}'` };
    }
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch {
    const sentence = `The data directory ${folder} cannot be written.`;
    return { id, status: 'problem', sentence, command: `ls -ld '${nearest}'` };
  }
  const sentence =
    nearest === folder
      ? `The data directory ${folder} can be written.`
      : `The data directory ${folder} will be made with the first session.`;
  return { id, status: 'ok', sentence };
}

export function examineSpace(folder: string): Finding {
  try {
    const { bavail, bsize } = statfsSync(nearestExisting(folder));
    return judgeSpace(bavail * bsize);
  } catch {
    const sentence = 'How much space is free for sessions cannot be found out.';
    return { id: 'space', status: 'unknown', sentence, command: 'df -h' };
  }
}

export function judgeSpace(freeBytes: number): Finding {
  const id = 'space';
  const mebibytes = Math.floor(freeBytes / 2 ** 20);
  if (freeBytes >= LITTLE_SPACE) {
    return { id, status: 'ok', sentence: `${mebibytes} MiB are free for sessions.` };
  }
  return {
    id,
    status: freeBytes < 2 ** 20 ? 'problem' : 'warning',
    sentence: `Only ${mebibytes} MiB are free where sessions are kept: a day of training needs up to 50.`,
    command: 'df -h',
  };
}

export function examineTerminal({ isTerminal, columns, rows, environment }: Terminal): Finding {
  const id = 'terminal';
  if (!isTerminal) {
    const sentence = 'The output is no terminal: use --plain or --json there.';
    return { id, status: 'unknown', sentence };
  }
  const size = `${columns ?? '?'}×${rows ?? '?'}`;
  if (environment.TERM === 'dumb') {
    const sentence = 'The terminal calls itself dumb: lines are printed instead of a screen.';
    return { id, status: 'warning', sentence, command: 'export TERM=xterm-256color' };
  }
  if ((columns ?? 80) < SMALLEST.columns || (rows ?? 24) < SMALLEST.rows) {
    const sentence = `The terminal is small (${size}): make it at least ${SMALLEST.columns}×${SMALLEST.rows}.`;
    return { id, status: 'warning', sentence };
  }
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  if (process.platform !== 'win32' && !/utf-?8/i.test(locale)) {
    const sentence = 'The terminal does not say that it knows UTF-8: ASCII is drawn.';
    return { id, status: 'warning', sentence, command: 'export LANG=C.UTF-8' };
  }
  return { id, status: 'ok', sentence: `The terminal is ${size} and knows UTF-8.` };
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder
    ? folder
    : nearestExisting(dirname(folder));
}
