import { expect, test } from 'vitest';
import { mannerOf } from '../../src/commands/manner.ts';
import { type Profile, profileSchema } from '../../src/journal/profile-schema.ts';

const profile = (more: Partial<Profile> = {}): Profile =>
  profileSchema.parse({ schemaVersion: 1, ...more });

test('the voice is off, and steps are what it would say, until somebody asks for it', () => {
  expect(mannerOf({}, {}, profile())).toEqual({
    isAccessible: false,
    announceS: 60,
    voice: false,
    volume: 'steps',
  });
});

test('flag before environment before profile', () => {
  const own = profile({ voice: true, cues: 'all', accessible: true });
  const env = { PULSEPACE_VOICE: 'no', PULSEPACE_CUES: 'warnings', ACCESSIBLE: '0' };
  expect(mannerOf({}, {}, own)).toMatchObject({ voice: true, volume: 'all', isAccessible: true });
  expect(mannerOf(env, {}, own)).toMatchObject({
    voice: false,
    volume: 'warnings',
    isAccessible: false,
  });
  const flags = { voice: true, cues: 'none', accessible: true } as const;
  expect(mannerOf(env, flags, own)).toMatchObject({
    voice: true,
    volume: 'none',
    isAccessible: true,
  });
});

test('an environment that is neither yes nor no, or no volume, is an error at the door', () => {
  expect(() => mannerOf({ PULSEPACE_VOICE: 'loud' }, {}, profile())).toThrow(
    /PULSEPACE_VOICE is "loud"; set it to 1 or 0/,
  );
  expect(() => mannerOf({ PULSEPACE_CUES: 'loud' }, {}, profile())).toThrow(
    /none, warnings, steps, all/,
  );
});

test('--plain and --json win over a profile that asks for sentences; in simulated time nobody speaks', () => {
  const own = profile({ voice: true, accessible: true });
  expect(mannerOf({}, { plain: true }, own).isAccessible).toBe(false);
  expect(mannerOf({ ACCESSIBLE: '1' }, { json: true }, own)).toMatchObject({
    isAccessible: false,
    voice: false,
  });
  expect(mannerOf({}, { speed: 'max' }, own).voice).toBe(false);
});
