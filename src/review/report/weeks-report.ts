import { clockTime } from '../clock-time.ts';
import { counted } from '../counted.ts';
import { unwatched } from '../unwatched.ts';
import { calendarSection } from './calendar-section.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-words.ts';
import { page, section } from './page.ts';
import { sessionList } from './session-list.ts';
import { tile } from './session-tiles.ts';
import { dateText } from './time-words.ts';
import { trendSection } from './trend-section.ts';
import { type WeeksAsked, type WeekView, weekView } from './week-view.ts';

/** Weeks of training as a page, HTML in one file; `app` is the program and its version. */
export function weeksReport(asked: WeeksAsked, unreadable: number, app: string): string {
  const view = weekView(asked);
  const span = `${dateText(view.mondays[0] ?? view.today)} to ${dateText(view.today)}`;
  const heading = asked.weeks === 1 ? 'This week' : `The last ${asked.weeks} weeks`;
  return page({
    title: `${heading}, ${span} – pulsepace`,
    head: html`
<p class="brand">pulsepace · weeks</p>
<h1>${heading}</h1>
<p class="when">${span}</p>
${leftOutNotice(view)}
${unreadable === 0 ? undefined : html`<p class="notice raised"><strong>Part of the record cannot be read.</strong> ${counted(unreadable, 'session')} ${unreadable === 1 ? 'is' : 'are'} missing from this page.</p>`}`,
    sections: [
      section('At a glance', tiles(view)),
      calendarSection(view),
      trendSection(view),
      sessionList(view),
    ],
    origin: `Made by ${app} from ${counted(view.listed.length, 'journal')}.`,
  });
}

function leftOutNotice({ listed, real }: WeekView): Html | undefined {
  const count = listed.length - real.length;
  if (count === 0) return undefined;
  return html`<p class="notice"><strong>${count === listed.length ? 'None of these sessions measured a heart.' : `${counted(count, 'session')} measured no heart.`}</strong> Simulated, replayed and unguarded sessions are listed and marked, and left out of every other figure.</p>`;
}

/** Of the sessions that a guard of ours watched; an imported one tells nothing of warnings. */
function warningTile(real: WeekView['real']): Html {
  const watched = real.filter((session) => unwatched(session) === undefined);
  const others = real.length - watched.length;
  if (watched.length === 0) {
    const none = html`<span class="none">Not known: no guard of ours watched these sessions</span>`;
    return tile('Warnings', none, undefined);
  }
  const overs = watched.reduce((sum, each) => sum + each.overs, 0);
  const all = watched.reduce((sum, each) => sum + each.cautions, overs);
  const beside = others === 0 ? '' : `; ${others} imported, not watched`;
  return tile('Warnings', html`${all}`, `${overs} over the limit${beside}`);
}

function tiles({ real }: WeekView): Html {
  const sum = (of: (session: WeekView['real'][number]) => number): number =>
    real.reduce((total, session) => total + of(session), 0);
  const none = html`<span class="none">Not known: no session measured a heart</span>`;
  const totalMs = sum(({ durationMs }) => durationMs);
  const known = sum(({ coveragePercent, durationMs }) => coveragePercent * durationMs);
  return html`<dl class="tiles">
${tile('Sessions', html`${real.length}`, `on ${counted(new Set(real.map(({ day }) => day)).size, 'day')}`)}
${tile('Time of exercise', html`${clockTime(sum(({ exerciseMs }) => exerciseMs) / 1000)}`, 'rests left out')}
${real.length === 0 ? tile('Warnings', none, undefined) : warningTile(real)}
${tile('Pulse known', totalMs === 0 ? none : html`${percentText(known / totalMs)}`, totalMs === 0 ? undefined : 'of all that time')}
</dl>`;
}
