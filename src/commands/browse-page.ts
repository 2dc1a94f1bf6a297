import type { Profile } from '../journal/profile-schema.ts';
import { readJournal } from '../journal/read-journal.ts';
import { compared } from '../review/comparison.ts';
import { sessionIntensity } from '../review/load/session-intensity.ts';
import { sideOf } from '../review/side.ts';
import { shownTo, summarize } from '../review/summary.ts';
import type { BrowserProps } from '../ui/browser.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { Browsing } from './browse-state.ts';
import { renderComparison } from './log-compare.ts';
import { curvePoints } from './log-curve.ts';
import { listLines } from './log-list.ts';
import type { Drawing } from './log-output.ts';
import { renderSummary } from './log-summary.ts';
import { personOf } from './person-of.ts';
import type { SessionCatalogue } from './session-catalogue.ts';

type Sessions = SessionCatalogue['sessions'];
/** Whether the profile says that the rhythm is irregular: then no variability is shown. */
type Told = { readonly profile?: Profile };
type Kept = (key: string, make: () => readonly string[]) => readonly string[];

/** What was made last for each key, so that moving about does not read or draw anew. */
export function keptTexts(): Kept {
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

/** What `log browse` shows in each mode: the list, one session, or two side by side. */
export function pageOf(
  { selected, marked, mode, note }: Browsing,
  sessions: Sessions,
  drawing: Drawing & Told,
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

function textOf(paths: readonly string[], drawing: Drawing & Told): string {
  const [a, b] = paths;
  if (a === undefined) return '';
  try {
    if (b !== undefined) return renderComparison(compared(sideAt(a), sideAt(b)), drawing);
    const { header, facts } = readJournal(a);
    const { profile } = drawing;
    const person = profile === undefined ? {} : personOf(profile, header.startedAt);
    const summary = shownTo(person.irregularRhythm, summarize(header, facts));
    const intensity = sessionIntensity(header, facts, person);
    return renderSummary(summary, curvePoints(facts), drawing, intensity);
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
  { key: 'q', label: 'leaves' },
  { key: 'n', label: 'note' },
  { key: 'c', label: 'compares' },
  { key: 'x', label: 'deletes' },
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
