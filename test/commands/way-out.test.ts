import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { wayOut } from '../../src/commands/way-out.ts';

const nothing = (): void => undefined;

test('screen after screen leaves no listeners behind; a terminal that fails between two ends nothing', () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const { on, off, argv, env, stdout, stderr } = process;
  const io = { on, off, argv, env, stdout, stderr, stdin } as unknown as Io;
  const before = process.listenerCount('SIGINT');
  for (let screens = 0; screens < 12; screens += 1) {
    wayOut(io, nothing, nothing).forget();
    expect(stdin.listenerCount('error')).toBe(1);
  }
  expect(stdin.listenerCount('end')).toBe(0);
  expect(process.listenerCount('SIGINT')).toBe(before);
  stdin.emit('error', new Error('EIO'));
  let isAsked = false;
  wayOut(io, () => (isAsked = true), nothing).forget();
  stdin.emit('error', new Error('EIO'));
  expect(isAsked).toBe(false);
});

test('a terminal that fails while it is shown on asks to stop, with the code of a hangup', () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const { on, off, argv, env, stdout, stderr } = process;
  const io = { on, off, argv, env, stdout, stderr, stdin } as unknown as Io;
  let asked = 0;
  const out = wayOut(io, () => (asked += 1), nothing);
  stdin.emit('error', new Error('EIO'));
  out.forget();
  expect([asked, out.code()]).toEqual([1, 129]);
});
