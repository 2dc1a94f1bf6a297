import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where own routines live: `routines` in PULSEPACE_CONFIG_DIR, else in the system's place for settings. Nothing is created. */
export function ownRoutinesFolder(env: NodeJS.ProcessEnv): string {
  const chosen = env.PULSEPACE_CONFIG_DIR;
  return join(chosen ? resolve(chosen) : envPaths('pulsepace', { suffix: '' }).config, 'routines');
}
