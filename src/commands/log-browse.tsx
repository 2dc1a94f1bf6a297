import { appendFacts } from '../journal/append-facts.ts';
import { deleteJournal } from '../journal/delete-journal.ts';
import { Browser } from '../ui/browser.tsx';
import { pageColumns, pageRows } from '../ui/page.tsx';
import { factsAfter } from './after-session.ts';
import { keptTexts, pageOf } from './browse-page.ts';
import { type BrowseWish, type Browsing, beginning, browsed } from './browse-state.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import { noteFrom } from './effort-and-note.ts';
import type { Io } from './io.ts';
import { lookFor } from './look-for.ts';
import { profileFor } from './profile.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import { showScreen } from './show-screen.ts';

type Model = { readonly browsing: Browsing; readonly turn: number };

/** `log browse`: the sessions as a list on a terminal, to be read, compared, noted and deleted. Returns the exit code. */
export async function browseLog(io: Io, flags: DataFlags): Promise<number> {
  if (io.stdin.isTTY !== true || io.stdout.isTTY !== true) {
    throw new DoorError('Browsing needs a terminal; pulsepace log list prints the sessions.');
  }
  const { store, directory } = await profileFor(io, flags);
  const profile = store.read();
  let { sessions } = await sessionCatalogue(io, directory);
  const look = lookFor(io);
  const drawing = drawingFor(io);
  const done = await showScreen<Model, 'left'>(io, look, ({ refresh, answer, fail }) => {
    let browsing = beginning;
    let turn = 0;
    let mostScroll = 0;
    const texts = keptTexts();

    async function grant(wish: BrowseWish): Promise<void> {
      const session = sessions[browsing.selected];
      if (wish === 'leave') return answer('left');
      if (session === undefined) return;
      const note = await changed(directory, session.path, wish);
      const said: string[] = [];
      const quiet = { stderr: { write: (text: string) => said.push(text) } };
      ({ sessions } = await sessionCatalogue(quiet, directory));
      const selected = Math.max(0, Math.min(browsing.selected, sessions.length - 1));
      const { marked: _marked, ...unmarked } = browsing;
      browsing = { ...unmarked, selected, note };
      turn += 1;
      refresh();
    }

    return {
      model: () => ({ browsing, turn }),
      view: (model, size) => {
        const page = pageOf(
          model.browsing,
          sessions,
          { ...drawing, width: pageColumns(size.columns), profile },
          (key, make) => texts(`${key} ${model.turn} ${size.columns}`, make),
        );
        const { shown } = page;
        mostScroll = shown.kind === 'list' ? 0 : Math.max(0, shown.lines.length - pageRows(size));
        return <Browser {...page} look={look} {...size} />;
      },
      onTyped: (typed) => {
        const step = browsed(browsing, typed, { sessions: sessions.length, mostScroll });
        ({ browsing } = step);
        if (step.wish !== undefined) grant(step.wish).catch(fail);
        refresh();
      },
    };
  });
  return done === 'left' ? exitCode.ok : done.stoppedWith;
}

async function changed(
  directory: string,
  path: string,
  wish: Exclude<BrowseWish, 'leave'>,
): Promise<string> {
  try {
    if (wish === 'delete') {
      await deleteJournal(directory, path);
      return 'Deleted.';
    }
    const note = noteFrom(wish.note);
    await appendFacts(directory, path, factsAfter(path, { note }));
    return 'The note is added.';
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) return error.message;
    throw error;
  }
}
