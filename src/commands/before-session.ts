import type { ProfileStore } from '../journal/profile.ts';
import { isRefused } from '../review/up-offers.ts';
import type { SessionHeader, Source } from '../session/header.ts';
import { isOpen, type Routine } from '../session/routine.ts';
import { screeningNeeded } from '../session/screening.ts';
import type { Standing } from '../session/training-standing.ts';
import { type Asker, canAsk, createAsker } from './ask.ts';
import { askOnce } from './ask-once.ts';
import { askUp } from './ask-up.ts';
import { DoorError } from './door-error.ts';
import type { Manner } from './manner.ts';
import { screenPerson } from './screen-person.ts';
import type { SessionFlags } from './session-flags.ts';
import { standingFor, withNo, withYes } from './standing-for.ts';
import { localNow } from './today.ts';

type Person = {
  readonly io: Parameters<typeof canAsk>[0] & {
    readonly stdin: NodeJS.ReadableStream;
    readonly stderr: NodeJS.WritableStream;
  };
  readonly routine: Routine;
  readonly source: Source;
  readonly flags: Pick<SessionFlags, 'screened' | 'level'>;
  readonly store: ProfileStore;
  readonly manner?: Pick<Manner, 'isAccessible'>;
  /** Where the journals are; absent where nothing is kept, not even answers. */
  readonly directory: string | undefined;
};

/** What of the header is settled with the person before a session; `stays` where there will be none. */
export type Settled =
  | { readonly stays: true }
  | ({ readonly stays?: false } & Pick<
      SessionHeader,
      'level' | 'levelOrigin' | 'adaptations' | 'screening'
    >);

/**
 * Screening, the questions that are asked once, and what may be raised (§4, §5): asked of a person on a terminal, and of
 * nobody where the heart is simulated or recorded. Throws a DoorError where it must be asked and cannot be.
 */
export async function beforeSession(person: Person): Promise<Settled> {
  const { flags, source } = person;
  const isSomebody = source === 'strap' || source === 'none';
  if (!isSomebody) return leveled(flags.level, undefined);
  const asker = canAsk(person.io)
    ? createAsker({
        input: person.io.stdin,
        output: person.io.stderr,
        isPlain: person.manner?.isAccessible === true,
      })
    : undefined;
  try {
    if (asker !== undefined) await settleOnce(asker, person);
    const screening = await screened(person, asker);
    if (screening === 'stays') return { stays: true };
    const standing = await standingOf(person, asker);
    return { ...leveled(flags.level, standing), ...(screening !== undefined && { screening }) };
  } finally {
    asker?.close();
  }
}

const leveled = (
  flag: number | undefined,
  standing: Standing | undefined,
): Exclude<Settled, { stays: true }> => ({
  level: flag ?? standing?.level ?? 0,
  ...(flag !== undefined && { levelOrigin: 'flag' }),
  ...(flag === undefined && standing !== undefined && { levelOrigin: 'progression' }),
  ...(standing !== undefined && { adaptations: standing.adaptations }),
});

async function settleOnce(asker: Asker, person: Person): Promise<void> {
  if (person.store.read().askedAt !== undefined || person.directory === undefined) return;
  const answered = await askOnce(asker);
  const askedAt = new Date().toISOString();
  await person.store.change((profile) => ({ ...profile, ...answered, askedAt }));
}

async function screened(
  { routine, source, flags, store, directory }: Person,
  asker: Asker | undefined,
): Promise<SessionHeader['screening'] | 'stays'> {
  const { date } = localNow();
  const { screened: last } = store.read();
  const isNeeded = screeningNeeded(routine, source, last, date);
  if (!isNeeded) return last?.date === date ? { answers: last.answers } : undefined;
  if (flags.screened === true) return { answers: {}, declared: true };
  if (asker === undefined) {
    throw new DoorError(
      `Before ${routine.id}, pulsepace asks how you are, and there is no terminal to ask on: run it on one, or add --screened once you have answered for yourself.`,
    );
  }
  const { screening, goesOn } = await screenPerson(asker, routine);
  const { answers } = screening;
  if (directory === undefined) return goesOn ? screening : 'stays';
  await store.change((profile) => ({
    ...profile,
    screened: { date, answers: { ...(last?.date === date && last.answers), ...answers } },
  }));
  return goesOn ? screening : 'stays';
}

async function standingOf(
  { io, directory, routine, flags, store }: Person,
  asker: Asker | undefined,
): Promise<Standing | undefined> {
  if (directory === undefined || isOpen(routine)) return undefined;
  const { standing, because, up } = await standingFor(io, directory, store.read(), routine);
  if (asker === undefined || flags.level !== undefined) return standing;
  asker.say(because);
  const { date, day } = localNow();
  if ('none' in up || isRefused(store.read().refusals ?? [], routine.id, day)) return standing;
  const yes = await askUp(asker, up.offers);
  if (yes === undefined) {
    asker.say(
      `As you are, then: you are not asked again for a week; pulsepace routines level ${routine.id} shows it.`,
    );
    await store.change((profile) => withNo(profile, routine, date));
    return standing;
  }
  await store.change((profile) => withYes(profile, routine, yes, new Date()));
  return yes.standing;
}
