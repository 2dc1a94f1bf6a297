import { ownPackage } from './program-folder.ts';

/** The version in package.json, from a checkout or from its build. */
export const version = (): string => ownPackage()?.version ?? 'unknown';
