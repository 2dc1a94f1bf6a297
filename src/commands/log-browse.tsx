import { appendFacts } from '../journal/append-facts.ts';
import { dataDirectoryPath } from '../journal/data-directory.ts';
import { deleteJournal } from '../journal/delete-journal.ts';
import { readJournal } from '../journal/read-journal.ts';
import { compared } from '../review/comparison.ts';
import { sideOf } from '../review/side.ts';
import { summarize } from '../review/summary.ts';
import { Browser, type BrowserProps } from '../ui/browser.tsx';
import { pageColumns, pageRows } from '../ui/page.tsx';
import { plainText } from '../ui/plain-text.ts';
import { factsAfter } from './after-session.ts';
import { type BrowseWish, type Browsing, beginning, browsed } from './browse-state.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import { noteFrom } from './effort-and-note.ts';
import type { Io } from './io.ts';
import { renderComparison } from './log-compare.ts';
import { curvePoints } from './log-curve.ts';
import { listLines } from './log-list.ts';
import type { Drawing } from './log-output.ts';
import { renderSummary } from './log-summary.ts';
import { lookFor } from './look-for.ts';
import { type SessionCatalogue, sessionCatalogue } from './session-catalogue.ts';
import { showScreen } from './show-screen.ts';
import { whereFor } from './where-for.ts';

type Sessions = SessionCatalogue['sessions'];
type Model = { readonly browsing: Browsing; readonly turn: number };

/** `log browse`: the sessions as a list on a terminal, to be read, compared, noted and deleted. Returns the exit code. */
export async function browseLog(io: Io, flags: DataFlags): Promise<number> {
  if (io.stdin.isTTY !== true || io.stdout.isTTY !== true) {
    throw new DoorError('Browsing needs a terminal; pulsepace log list prints the sessions.');
  }
  const directory = dataDirectoryPath(whereFor(io, flags));
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
          { ...drawing, width: pageColumns(size.columns) },
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

/** What was made last for each key, so that moving about does not read or draw anew. */
function keptTexts(): (key: string, make: () => readonly string[]) => readonly string[] {
  const kept = new Map<string, readonly string[]>();
  return (key, make) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const lines = make();
    if (kept.size > 8) kept.clear();
    kept.set(key, lines);
    return lines;
  };
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

type Kept = (key: string, make: () => readonly string[]) => readonly string[];

function pageOf(
  { selected, marked, mode, note }: Browsing,
  sessions: Sessions,
  drawing: Drawing,
  kept: Kept,
): Omit<BrowserProps, 'look' | 'columns' | 'rows'> {
  const count = sessions.length === 1 ? '1 session' : `${sessions.length} sessions`;
  const said = note === undefined ? {} : { note };
  if (mode.name === 'session' || mode.name === 'comparison') {
    const paths = [mode.name === 'comparison' ? marked : undefined, selected].flatMap((at) =>
      at === undefined ? [] : (sessions[at]?.path ?? []),
    );
    const lines = kept(paths.join(' '), () => textOf(paths, drawing).split('\n'));
    const title = mode.name === 'session' ? 'session' : 'comparison';
    const right = `${selected + 1} of ${sessions.length}`;
    return {
      title,
      right,
      ...said,
      keys: textKeys,
      shown: { kind: 'text', lines, scroll: mode.scroll },
    };
  }
  const [head = '', ...items] = kept('list', () =>
    listLines(
      sessions.map(({ figures }) => figures),
      drawing.width - 2,
    ),
  );
  return {
    title: 'sessions',
    right: count,
    ...said,
    ...(mode.name === 'note' && { note: `Note: ${plainText(mode.text, 200)}_` }),
    ...(mode.name === 'sure' && { note: 'Delete it for good? y deletes it.' }),
    ...(sessions.length === 0 && { note: 'No session yet: pulsepace train records the first.' }),
    keys: keysOf(mode.name),
    shown: { kind: 'list', head, items, selected, marked },
  };
}

function textOf(paths: readonly string[], drawing: Drawing): string {
  const [a, b] = paths;
  if (a === undefined) return '';
  try {
    if (b !== undefined) return renderComparison(compared(sideAt(a), sideAt(b)), drawing);
    const { header, facts } = readJournal(a);
    return renderSummary(summarize(header, facts), curvePoints(facts), drawing);
  } catch (error) {
    // Gone or damaged meanwhile: the sentence is what there is to read.
    if (error instanceof Error && 'exitCode' in error) return error.message;
    throw error;
  }
}

function sideAt(path: string): ReturnType<typeof sideOf> {
  const { header, facts } = readJournal(path);
  return sideOf(header, facts);
}

const textKeys = [
  { key: 'b', label: 'back' },
  { key: 'arrows', label: 'scroll' },
];

const listKeys = [
  { key: 'Enter', label: 'shows' },
  { key: 'arrows', label: 'move' },
  { key: 'c', label: 'compares' },
  { key: 'n', label: 'note' },
  { key: 'x', label: 'deletes' },
  { key: 'q', label: 'leaves' },
];

function keysOf(mode: Browsing['mode']['name']): BrowserProps['keys'] {
  if (mode === 'note') return [{ key: 'Enter', label: 'adds it' }];
  if (mode === 'sure')
    return [
      { key: 'y', label: 'deletes' },
      { key: 'any other', label: 'keeps' },
    ];
  return listKeys;
}
