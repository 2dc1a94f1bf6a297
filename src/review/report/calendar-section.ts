import { counted } from '../counted.ts';
import { dateOf } from '../local-day.ts';
import type { Trends } from '../trends.ts';
import { type Html, html } from './html.ts';
import { section } from './page.ts';
import { dateText, shortDateText } from './time-words.ts';
import type { WeekView } from './week-view.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

type Day = { readonly day: number; readonly done: number; readonly planned: number };

/** Week by week, on which days something was done; and of each plan, whether it was kept. */
export function calendarSection(view: WeekView): Html {
  const { regularity: plans } = view.trends;
  const rows = view.mondays.map((monday) =>
    weekdays.map((_, weekday): Day => {
      const day = monday + weekday;
      return { day, done: doneOn(view, day), planned: plannedOn(plans, day) };
    }),
  );
  const hasPlan = plans.length > 0;
  return section(
    'Regularity',
    html`
<table class="calendar">
<caption>● done, with the number where it was more than once; ${hasPlan ? '○ planned and not done; ' : ''}· nothing. Sessions with a measured pulse and a minute of exercise at least.</caption>
<thead><tr><th scope="col">Week of</th>${weekdays.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">Days</th></tr></thead>
<tbody>${rows.map(
      (days) => html`
<tr><th scope="row">${shortDateText(days[0]?.day ?? 0, view.isOverAYear)}</th>${days.map((day) => cell(day, view.today))}<td>${days.filter(({ done }) => done > 0).length}</td></tr>`,
    )}
</tbody>
</table>
${plans.map((plan) => html`<p>${planText(plan)}</p>`)}
${hasPlan ? undefined : html`<p class="quiet">Nothing is planned, so no week can be said to be kept or missed.</p>`}`,
  );
}

const leastExerciseMs = 60_000;

const doneOn = ({ real }: WeekView, day: number): number =>
  real.filter((each) => each.day === day && each.exerciseMs >= leastExerciseMs).length;

const plannedOn = (plans: Trends['regularity'], day: number): number =>
  plans.reduce(
    (sum, { weeks }) =>
      sum +
      weeks
        .flatMap(({ days }) => days)
        .filter(({ date }) => date === dateOf(day))
        .reduce((planned, each) => planned + each.planned, 0),
    0,
  );

function cell({ day, done, planned }: Day, today: number): Html {
  if (day > today) return html`<td></td>`;
  const said = `${dateText(day)}: `;
  if (done > 0) {
    return html`<td><span class="done" aria-hidden="true">●${done > 1 ? done : ''}</span><span class="hidden">${said}${counted(done, 'session')}</span></td>`;
  }
  const isOpen = planned > 0;
  return html`<td><span class="quiet" aria-hidden="true">${isOpen ? '○' : '·'}</span><span class="hidden">${said}${isOpen ? 'planned, not done' : 'nothing'}</span></td>`;
}

function planText({ routineName, weeks, weeksKept }: Trends['regularity'][number]): string {
  const over = weeks.filter(({ kept, planned }) => kept !== undefined && planned > 0);
  const kept = over.filter((week) => week.kept === true).length;
  const inARow = weeksKept > 1 ? `, the last ${weeksKept} in a row` : '';
  return `Plan for ${routineName}: kept in ${kept} of ${counted(over.length, 'week')}${inARow}.`;
}
