import { newSessionId } from '../journal/journal-name.ts';
import { currentSchemaVersion, type SessionHeader } from '../session/header.ts';
import { rulesSchema } from '../session/rules.ts';
import type { Sport } from '../session/sport.ts';
import { timeZoneHere } from './time-zone.ts';
import { version } from './version.ts';

type Planned = Pick<SessionHeader, 'source' | 'sensor' | 'routine' | 'level' | 'limits'> &
  Partial<
    Pick<SessionHeader, 'kind' | 'levelOrigin' | 'adaptations' | 'screening' | 'isIrregularTold'>
  > & {
    readonly sport?: Sport | undefined;
    readonly minutes?: number | undefined;
    /** How long the pulse at rest is measured; the rules' own minute where absent. */
    readonly baselineS?: number | undefined;
    /** How much faster than real the session runs. */
    readonly speed: number;
  };

const confirmationS = 10;

/** The header of a session that begins now: wall clock, offset and zone are read here, once. */
export function headerFor({
  speed,
  sport,
  minutes,
  baselineS,
  ...planned
}: Planned): SessionHeader {
  const now = new Date();
  return {
    schemaVersion: currentSchemaVersion,
    id: newSessionId(),
    app: `pulsepace ${version()}`,
    startedAt: now.toISOString(),
    utcOffsetMinutes: 0 - now.getTimezoneOffset(),
    timeZone: timeZoneHere(),
    ...planned,
    ...(sport !== undefined && { sport }),
    ...(minutes !== undefined && { minutes }),
    // Ten seconds for the person who answers, whatever the speed.
    rules: rulesSchema.parse({ endConfirmationS: confirmationS * Math.max(1, speed), baselineS }),
  };
}
