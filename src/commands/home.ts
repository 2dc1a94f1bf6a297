import type { Profile } from '../journal/profile-schema.ts';
import { anyKey } from './any-key.ts';
import { asciiMarks, calendarLines, unicodeMarks } from './calendar-lines.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import { pulseSources } from './home-choices.ts';
import { type HomeFacts, homeScreen, type Place } from './home-screen.tsx';
import type { Io } from './io.ts';
import { lastSessionText } from './last-session.ts';
import { lookFor } from './look-for.ts';
import { plansNow } from './plans-now.ts';
import { profileFor } from './profile.ts';

const firstStopped = 128;

/**
 * The home screen, again and again, each choice a command of its own, until the person leaves. `run` takes a command
 * line to its exit code.
 */
export async function home(
  io: Io,
  run: (args: readonly string[]) => Promise<number>,
): Promise<number> {
  let place: Place = { selected: 0, sourceIndex: 0 };
  for (;;) {
    const { store, directory } = await profileFor(io, {});
    const profile = store.read();
    const look = lookFor(io, {}, profile);
    const facts = await homeFacts(io, profile, directory);
    const answer = await homeScreen(io, look, facts, place);
    if (answer === 'left') return exitCode.ok;
    if ('stoppedWith' in answer) return answer.stoppedWith;
    ({ place } = answer);
    const code = await run(answer.args);
    if (code >= firstStopped) return code;
    io.stderr.write('\nAny key goes home, q leaves. ');
    const goesOn = await anyKey(io);
    io.stderr.write('\n');
    if (!goesOn) return exitCode.ok;
  }
}

async function homeFacts(io: Io, profile: Profile, directory: string): Promise<HomeFacts> {
  const { now, plans, due, regularity } = await plansNow(io, profile, directory);
  const marks = drawingFor(io).unicode === false ? asciiMarks : unicodeMarks;
  const last = lastSessionText(directory);
  const nothing = plans.length === 0 ? nothingPlanned : 'Nothing is due now.';
  return {
    today: todayText(now),
    due:
      due.length === 0 ? [nothing] : due.map((each) => `Due now: ${each.routineId} (${each.part})`),
    isDue: due.length > 0,
    last: last === undefined ? 'No session yet: s starts the first.' : `Last: ${last}`,
    calendar: plans
      .flatMap((plan, index) => calendarLines(plan, regularity[index], now.date, marks))
      .slice(1),
    dueRoutines: due,
    ownRoutinesFolder: ownRoutinesFolder(io.env),
    sources: pulseSources(
      profile.sensor?.nickname ?? profile.sensor?.name,
      io.env.PULSEPACE_SENSOR || undefined,
    ),
  };
}

const nothingPlanned = 'Nothing is planned: pulsepace routines plan heart morning';

function todayText({ date, minute }: { readonly date: string; readonly minute: number }): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
