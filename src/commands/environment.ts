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

/** A yes or no from the environment; undefined where it is not set. Throws DoorError where it is neither. */
export function yesNoFrom(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const word = env[name]?.trim().toLowerCase();
  if (word === undefined || word === '') return undefined;
  if (['1', 'yes', 'true', 'on'].includes(word)) return true;
  if (['0', 'no', 'false', 'off'].includes(word)) return false;
  throw new DoorError(`${name} is ${JSON.stringify(env[name])}; set it to 1 or 0, or unset it.`);
}

/** One of some words from the environment; undefined where it is not set. Throws DoorError where it is another. */
export function wordFrom<W extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  words: readonly W[],
): W | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new DoorError(
    `${name} is ${JSON.stringify(text)}; set it to one of ${words.join(', ')}, or unset it.`,
  );
}
