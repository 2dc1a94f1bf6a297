import { spawn } from 'node:child_process';

/** What holds the machine awake for as long as the program after it runs; none is known for Windows. */
const inhibitors: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  linux: [
    'systemd-inhibit',
    '--what=idle:sleep',
    '--who=pulsepace',
    '--why=A training session runs',
    '--mode=block',
  ],
  darwin: ['caffeinate', '-i'],
};

/** Ends when its input does, and so with this process however that ends. */
const lasts = 'cat';

/**
 * Keeps the machine awake until the returned call, or the end of this process by any way. Without the tool, or where
 * the system refuses, nothing happens.
 */
export function keepAwake(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): () => void {
  const [tool, ...args] = inhibitors[platform] ?? [];
  if (tool === undefined) return () => undefined;
  const child = spawn(tool, [...args, lasts], {
    env,
    // A session of its own: no terminal to ask for a password at, and Ctrl-C does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  // Neither the child nor its pipe keeps this process from ending.
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return () => void child.stdin.end();
}
