import { deleteJournal } from '../journal/delete-journal.ts';
import { clockTime } from '../review/clock-time.ts';
import { titleOf } from '../session/header.ts';
import { plainText } from '../ui/plain-text.ts';
import type { Asker } from './ask.ts';
import { finish, type Interrupted, isResumable } from './interrupted-sessions.ts';
import { localTime } from './log-words.ts';
import type { Stderr } from './work-progress.ts';

/** What may become of an interrupted session; `later` leaves it as it is. */
export type Recovery = 'finish' | 'discard' | 'resume' | 'later';

/** Does what was chosen, and says so. */
export async function recover(
  { stderr }: { readonly stderr: Stderr },
  directory: string,
  interrupted: Interrupted,
  choice: Exclude<Recovery, 'resume'>,
): Promise<void> {
  const { id } = interrupted.header;
  if (choice === 'later') return;
  if (choice === 'finish') await finish(directory, interrupted);
  else await deleteJournal(directory, interrupted.path);
  stderr.write(choice === 'finish' ? `Finished ${id} at its last fact.\n` : `Discarded ${id}.\n`);
}

/** Asks what is to become of one interrupted session; Enter leaves it for later. */
export async function askRecovery(asker: Asker, interrupted: Interrupted): Promise<Recovery> {
  asker.say(`Interrupted: ${nameOf(interrupted)}.`);
  const resume = isResumable(interrupted) ? 'r resume it, ' : '';
  for (;;) {
    const answer = await asker.ask(
      `${resume}f finish it at its last fact, d discard it, Enter for later: `,
    );
    const choice = answers[answer.toLowerCase()];
    if (choice === 'resume' && resume === '') continue;
    if (choice !== undefined) return choice;
  }
}

const answers: Readonly<Record<string, Recovery>> = {
  '': 'later',
  r: 'resume',
  f: 'finish',
  d: 'discard',
};

/** `Heart and vessels of 2026-11-24 08:00, broke off after 4:10, 3 min ago` */
export function nameOf(interrupted: Interrupted): string {
  const { header, state } = interrupted;
  const began = localTime(header.startedAt, header.utcOffsetMinutes);
  return `${plainText(titleOf(header), 60)} of ${began}, broke off after ${clockTime(state.atMs / 1000)}, ${agoText(interrupted)} ago`;
}

export function agoText({ sinceMs }: Interrupted): string {
  const minutes = Math.floor(sinceMs / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
