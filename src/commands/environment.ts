import { DoorError } from './door-error.ts';

/** A pulse limit from the environment; undefined where it is not set. Throws DoorError where it is no number. */
export function bpmFrom(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new DoorError(
    `${name} is ${JSON.stringify(text)}; set it to a whole number of beats a minute, or unset it.`,
  );
}
