import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Whether the recordings of other people lie beside the project; they are not copied into it. */
export const hasSharedData = existsSync(`${folder}rest-supine.rr.txt`);

/** Said once where the recordings are missing. */
export const sharedDataNote = hasSharedData ? '' : ' (left out: no ../shared/data here)';

export const sharedRr = (name: string): number[] =>
  hasSharedData
    ? readFileSync(`${folder}${name}.rr.txt`, 'utf8').trim().split('\n').map(Number)
    : [];

/** The values several programs agree on, by group and name. */
export const sharedJson = (name: string): unknown =>
  JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'));

export const sharedPath = (name: string): string => `${folder}${name}`;
