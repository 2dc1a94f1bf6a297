import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own, gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'pulsepace-library-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function written(directory: string, name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** A routine that is right, each of its lines on its own, so that a story can change one. */
export const rightYaml = (id = 'mine', change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    schemaVersion: '1',
    id,
    name: 'Mine',
    summary: 'For stories.',
    steps: `[{ id: ${change.stepId ?? 'a'}, name: A, posture: sitting, prompt: [Move.], dose: ${change.dose ?? '{ type: time, seconds: 60 }'}, breathing: Calmly., effort: light }]`,
    ...Object.fromEntries(
      Object.entries(change).filter(([key]) => key !== 'dose' && key !== 'stepId'),
    ),
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
