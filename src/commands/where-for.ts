import type { Io } from './io.ts';

/** Where the data of this call lives: flag before environment. */
export const whereFor = (
  { env }: Io,
  flags: { readonly dataDir?: string; readonly profile?: string },
): { flag: string | undefined; env: NodeJS.ProcessEnv; profileName: string | undefined } => ({
  flag: flags.dataDir,
  env,
  profileName: flags.profile ?? (env.PULSEPACE_PROFILE || undefined),
});
