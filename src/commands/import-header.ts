import type { CarriedSession, DatedSession } from '../exchange/carried-session.ts';
import { importedRoutine } from '../exchange/imported-routine.ts';
import { sourceIn } from '../exchange/not-a-heart.ts';
import { newSessionId } from '../journal/journal-name.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { findRoutine } from '../library/library.ts';
import { rulesDoor } from '../session/doors/rules.ts';
import {
  currentSchemaVersion,
  type ImportedFrom,
  type SessionHeader,
  type Source,
} from '../session/header.ts';
import { isOpen, type Routine } from '../session/routine.ts';
import { plainText } from '../ui/plain-text.ts';
import { chooseLimits } from './choose-limits.ts';
import { utcOffset } from './log-words.ts';
import { version } from './version.ts';

/** The header of a session that another program recorded; its zones are judged by the person's limits of today. */
export function importedHeader(
  session: DatedSession,
  imported: ImportedFrom,
  profile: Profile,
): SessionHeader {
  const clean = cleaned(session);
  const routine = routineOf(clean);
  const { startedAt, utcOffsetMinutes, sport, sensor = 'another program' } = clean;
  return {
    schemaVersion: currentSchemaVersion,
    id: newSessionId(),
    app: `pulsepace ${version()}`,
    startedAt,
    utcOffsetMinutes,
    timeZone: utcOffset(utcOffsetMinutes),
    source: carriedSource(session),
    sensor,
    routine,
    ...(sport !== undefined && routine.id !== sport && { sport }),
    level: 0,
    limits: chooseLimits({ flag: {}, environment: {}, profile, routine }),
    rules: rulesDoor.schema().parse({}),
    imported,
  };
}

/** A simulated heart stays one, whatever files it has gone through. */
export function carriedSource({ origin, title = '' }: CarriedSession): Source {
  const unreal: readonly Source[] = ['simulator', 'replay', 'none'];
  return unreal.find((source) => source === origin?.source) ?? sourceIn(title).source ?? 'import';
}

/** A walk of a watch is a walk of ours, and counts as one; a session that we left open stays so. */
function routineOf(session: DatedSession): Routine {
  const routine = importedRoutine(session);
  const { sport, origin } = session;
  const wasOpen = origin?.routineId === 'open';
  return isOpen(routine) && sport !== undefined && !wasOpen ? findRoutine(sport) : routine;
}

function cleaned(session: DatedSession): DatedSession {
  const { title, sensor, laps } = session;
  return {
    ...session,
    ...(title !== undefined && { title: plainText(sourceIn(title).title, 120) }),
    ...(sensor !== undefined && { sensor: plainText(sensor, 120) || 'another program' }),
    laps: laps.map((lap) => ({ ...lap, name: plainText(lap.name, 120) })),
  };
}
