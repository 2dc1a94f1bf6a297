import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const requireHere = createRequire(import.meta.url);

/** What a row says of a peer that is not there. */
export const notInstalled = (name: string): string =>
  `${name} not installed: run npm ci --prefix bench`;

/** The folder where a peer of bench/package.json resolves to its main file, or undefined where it is not installed. */
export function peerFile(name: string): string | undefined {
  try {
    return requireHere.resolve(name);
  } catch {
    return undefined;
  }
}

/** A file of a peer as a module. Its shape is the caller's word: peers need not be installed where types are checked. */
export const loadPeer = async <Shape>(file: string): Promise<Shape> =>
  (await import(pathToFileURL(file).href)) as Shape;
