import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SystemFolders } from '../../../src/commands/doctor/adapters.ts';

/** A /sys/class and a /proc of real files, from a list of paths and contents; gone after the test. */
export function systemTree(files: Readonly<Record<string, string>>): SystemFolders {
  const root = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${content}\n`);
  }
  return { sysClass: join(root, 'sys'), proc: join(root, 'proc') };
}
