import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beforeSession } from '../../src/commands/before-session.ts';
import { standingFor } from '../../src/commands/standing-for.ts';
import { localNow } from '../../src/commands/today.ts';
import { openProfile } from '../../src/journal/profile.ts';
import type { Profile } from '../../src/journal/profile-schema.ts';
import { findRoutine } from '../../src/library/library.ts';
import { dateOf } from '../../src/review/local-day.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { Source } from '../../src/session/header.ts';
import { headerSchema } from '../../src/session/header-schema.ts';
import { openRoutine } from '../../src/session/routine.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { began, ended, journal, over } from '../review/journal-facts.ts';
import { headerOf } from '../session/story.ts';
import { conversation } from './conversation.ts';
import { storeSession } from './stored-session.ts';

const heart = findRoutine('heart');
const asked: Partial<Profile> = { askedAt: '2026-01-01T00:00:00.000Z' };

async function person({
  typed = [],
  source = 'strap',
  flags = {},
  profile = asked,
  routine = heart,
  directory = temporaryFolder(),
  kept = true,
}: {
  typed?: readonly string[];
  source?: Source;
  flags?: { screened?: boolean; level?: number };
  profile?: Partial<Profile>;
  routine?: typeof heart;
  directory?: string;
  kept?: boolean;
}) {
  const store = await openProfile(directory);
  if (Object.keys(profile).length > 0) await store.change((before) => ({ ...before, ...profile }));
  const { io, said } = conversation(...typed);
  const where = kept ? directory : undefined;
  const settled = await beforeSession({ io, routine, source, flags, store, directory: where });
  return { settled, store, said: said(), directory };
}

/** Three calm sessions of heart on the last three days, at level 0, as planned, each rated 3. */
function threeSessions(directory: string): void {
  const { day } = localNow();
  const facts: Fact[] = journal(
    ...heart.steps.flatMap((_, index) => [
      began(100 * index + 1, index),
      ended(100 * index + 90, 'done', index),
    ]),
    over(1100),
    { type: 'effort-rated', atMs: 1_100_000, cr10: 3 },
  );
  for (const daysAgo of [3, 2, 1]) {
    const startedAt = `${dateOf(day - daysAgo)}T07:00:00.000Z`;
    storeSession(
      directory,
      headerOf(heart, { id: `day${daysAgo}`, startedAt, utcOffsetMinutes: 0 }),
      facts,
    );
  }
}

describe('§4 before a session', () => {
  test.each(['simulator', 'replay', 'import'] as const)(
    'a %s is asked nothing, at the least level',
    async (source) => {
      const { settled, said } = await person({ source, profile: {} });
      expect(settled).toEqual({ level: 0 });
      expect(said).toBe('');
    },
  );

  test('a strap is screened: the answers are in the header and kept for the day', async () => {
    const { settled, store } = await person({ typed: ['none'] });
    expect(settled).toMatchObject({ level: 0, levelOrigin: 'progression' });
    if (settled.stays === true) throw new Error('it stays');
    expect(Object.values(settled.screening?.answers ?? {})).toEqual(Array(8).fill(false));
    expect(store.read().screened).toEqual({
      date: localNow().date,
      answers: settled.screening?.answers,
    });
    expect(headerSchema.parse({ ...headerOf(heart), ...settled })).toMatchObject(settled);
  });

  test('the same day it is not asked again, and the answers are in the header all the same', async () => {
    const { directory, store } = await person({ typed: ['none'] });
    const again = await person({ directory, profile: {} });
    expect(again.said).not.toMatch(/apply/);
    expect(again.settled).toMatchObject({ screening: { answers: store.read().screened?.answers } });
  });

  test('a yes stays, and is asked again the same day; the word goes on and is in the header', async () => {
    const { settled, directory, said } = await person({ typed: ['7', ''] });
    expect(settled).toEqual({ stays: true });
    expect(said).toMatch(/Dizziness: you might fall/);
    const again = await person({ directory, profile: {}, typed: ['7', 'anyway'] });
    expect(again.settled).toMatchObject({
      screening: { overridden: true, answers: { dizzy: true } },
    });
  });

  test('cerebral asks its own questions the same day, and keeps the others of the day', async () => {
    const { directory } = await person({ typed: ['none'] });
    const { store, said } = await person({
      directory,
      profile: {},
      routine: findRoutine('cerebral'),
      typed: ['none'],
    });
    expect(said).toMatch(/headache/);
    expect(Object.keys(store.read().screened?.answers ?? {}).length).toBe(11);
  });

  test('questions that are asked again leave the other answers of the day as they are', async () => {
    const cerebral = findRoutine('cerebral');
    const { directory } = await person({ routine: cerebral, typed: ['1', ''] });
    const { store } = await person({ directory, profile: {}, typed: ['none'] });
    expect(store.read().screened?.answers).toMatchObject({ meal: false, headache: false });
  });

  test('with nobody to ask it is refused, exit 2, unless --screened says so, which the header tells', async () => {
    const store = await openProfile(temporaryFolder());
    const { io } = conversation();
    const alone = { stdin: Object.assign(io.stdin, { isTTY: false }), stderr: io.stderr };
    const parts = {
      io: alone,
      routine: heart,
      source: 'strap' as const,
      store,
      directory: temporaryFolder(),
    };
    await expect(beforeSession({ ...parts, flags: {} })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/--screened/),
    });
    expect(await beforeSession({ ...parts, flags: { screened: true } })).toMatchObject({
      screening: { answers: {}, declared: true },
    });
    expect(await beforeSession({ ...parts, routine: openRoutine, flags: {} })).toEqual({
      level: 0,
    });
  });

  test('a person without a strap is screened too', async () => {
    expect((await person({ source: 'none', typed: ['1', ''] })).settled).toEqual({ stays: true });
  });

  test('the questions for the profile are asked once', async () => {
    const { store, directory } = await person({ profile: {}, typed: ['no', 'yes', '112', 'none'] });
    expect(store.read()).toMatchObject({
      irregularRhythm: false,
      betaBlockers: true,
      emergencyNumber: '112',
    });
    expect((await person({ directory, profile: {} })).said).not.toMatch(/pacemaker/);
  });

  test('where nothing is kept (--no-log) it is screened all the same, and nothing is written', async () => {
    const { settled, directory } = await person({ profile: {}, typed: ['none'], kept: false });
    expect(settled).toMatchObject({ level: 0, screening: { answers: { chest: false } } });
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('§5 the level of a session', () => {
  test('the first begins easier, and says so', async () => {
    const { settled, said } = await person({ typed: ['none'] });
    expect(said).toMatch(/First session: /);
    expect(settled).toMatchObject({
      adaptations: expect.arrayContaining([
        { stepId: 'toe-walk', easier: true, cadenceFactor: 0.7 },
      ]),
    });
  });

  test('--level is for once: it is marked, the adaptations stay, and nothing is offered', async () => {
    const directory = temporaryFolder();
    threeSessions(directory);
    const { settled, said } = await person({ directory, typed: ['none'], flags: { level: 4 } });
    expect(settled).toMatchObject({ level: 4, levelOrigin: 'flag', adaptations: [] });
    expect(said).not.toMatch(/one step more/);
  });

  test('after three good sessions one more is offered; a yes is the level of this session and is kept', async () => {
    const directory = temporaryFolder();
    threeSessions(directory);
    const { settled, store } = await person({ directory, typed: ['none', '1'] });
    expect(settled).toMatchObject({ level: 1, levelOrigin: 'progression' });
    expect(store.read().standings).toMatchObject([{ routineId: 'heart', level: 1 }]);
    const again = await person({ directory, profile: {}, typed: [] });
    expect(again.settled).toMatchObject({ level: 1 });
    expect(again.said).not.toMatch(/one step more/);
  });

  test('a no is kept: nothing is asked again for a week, then it is', async () => {
    const directory = temporaryFolder();
    threeSessions(directory);
    const refused = await person({ directory, typed: ['none', ''] });
    expect(refused.settled).toMatchObject({ level: 0 });
    expect(refused.said).toMatch(/not asked again for a week; pulsepace routines level heart/);
    const { date, day } = localNow();
    expect(refused.store.read().refusals).toEqual([{ routineId: 'heart', refusedOn: date }]);
    const standing = await standingFor(process, directory, refused.store.read(), heart);
    expect(standing.up).toHaveProperty('offers');
    const next = await person({ directory, profile: {} });
    expect(next.said).not.toMatch(/one step more/);
    expect(next.settled).toMatchObject({ level: 0 });
    const agoFor = (days: number): Partial<Profile> => ({
      refusals: [{ routineId: 'heart', refusedOn: dateOf(day - days) }],
    });
    expect((await person({ directory, profile: agoFor(6) })).said).not.toMatch(/one step more/);
    const later = await person({ directory, profile: agoFor(7), typed: [''] });
    expect(later.said).toMatch(/one step more/);
    expect(later.store.read().refusals).toEqual([{ routineId: 'heart', refusedOn: date }]);
  });

  test('a no to one routine says nothing about another', async () => {
    const directory = temporaryFolder();
    threeSessions(directory);
    const profile = { ...asked, refusals: [{ routineId: 'neck', refusedOn: localNow().date }] };
    const { said, store } = await person({ directory, profile, typed: ['none', ''] });
    expect(said).toMatch(/one step more/);
    expect(store.read().refusals?.map(({ routineId }) => routineId)).toEqual(['neck', 'heart']);
  });
});
