import { isOpen } from '../../session/routine.ts';
import { clockTime } from '../clock-time.ts';
import { counted } from '../counted.ts';
import type { Amount, DoseDone } from '../dose-done.ts';
import { isUnavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';
import { figure, percentText, signedText } from './number-words.ts';
import { section } from './page.ts';
import type { LapView, SessionView } from './session-view.ts';
import { table } from './table.ts';
import { stopWords } from './words.ts';

/** The exercises one by one: what was planned, what was done, and how the pulse answered. */
export function lapSection({ laps, header }: SessionView): Html {
  if (laps.length === 0) return section('Exercises', html`<p>No exercise was begun.</p>`);
  const missing = notBegun(laps, header.routine.steps);
  return section(
    'Exercises',
    html`${table({
      caption:
        'Planned and done, and the pulse in beats a minute: its mean, its peak, how far it rose from its first ten seconds, and the longest it took, once moving had stopped, to be below caution again.',
      columns: [
        { title: 'Exercise' },
        { title: 'Planned' },
        { title: 'Done' },
        { title: 'Time', align: 'right' },
        { title: 'Mean', align: 'right' },
        { title: 'Peak', align: 'right' },
        { title: 'Rise', align: 'right' },
        { title: 'Below caution after', align: 'right' },
        { title: 'Pulse known', align: 'right' },
      ],
      rows: laps.map(row),
    })}
${missing.length === 0 || isOpen(header.routine) ? undefined : html`<p class="quiet">Not begun: ${missing.join(', ')}.</p>`}`,
  );
}

function row({ number, lap, coveragePercent, dose }: LapView): Html[] {
  const stoodS = lap.interruptions.reduce((sum, { startS, endS }) => sum + endS - startS, 0);
  const stops = lap.interruptions.length;
  return [
    html`${number}. <bdi>${lap.name}</bdi>`,
    html`${dose === undefined ? '–' : planText(dose)}`,
    html`${dose === undefined ? '' : `${doneText(dose)}${doneText(dose) === '' ? '' : ', '}`}${stopWords[lap.outcome]}${
      stops === 0 ? '' : `; ${counted(stops, 'stop')}, ${clockTime(stoodS)}`
    }`,
    html`${clockTime(lap.endS - lap.startS)}`,
    short(lap.averageBpm),
    short(lap.maxBpm),
    short(lap.riseBpm, signedText),
    backText(lap.backBelowS),
    html`<span class="nowrap">${percentText(coveragePercent)}</span>`,
  ];
}

/** In a narrow column the reason is a footnote to the eye, and whole for a screen reader. */
const short = (value: Parameters<typeof figure>[0], written?: (value: number) => string): Html =>
  isUnavailable(value)
    ? html`<span class="none" title="${value.unavailable}">?<span class="hidden"> not known: ${value.unavailable}</span></span>`
    : figure(value, written);

function backText(seconds: LapView['lap']['backBelowS']): Html {
  if (seconds === undefined) return html`<span class="none">not reached</span>`;
  if (isUnavailable(seconds)) return html`<span class="none">${seconds.unavailable}</span>`;
  return html`${seconds === 0 ? 'at once' : clockTime(seconds)}`;
}

function planText({ plan, planned }: DoseDone): string {
  if (plan.some(({ kind }) => kind === 'open')) return 'open';
  const settle = plan.find((each) => each.kind === 'settle');
  if (settle?.kind === 'settle' && planned.ms === 0 && planned.reps === 0) {
    return `until calm, ${clockTime(settle.atLeastMs / 1000)} to ${clockTime(settle.atMostMs / 1000)}`;
  }
  return amountText(planned);
}

function doneText({ planned, done, isCutOff }: DoseDone): string {
  if (planned.reps === 0 && planned.ms === 0) return '';
  return `${isCutOff ? 'at least ' : ''}${amountText({
    reps: planned.reps > 0 ? done.reps : 0,
    ms: planned.ms > 0 ? done.ms : 0,
  })}`;
}

const amountText = ({ reps, ms }: Amount): string => {
  const times = counted(Math.round(reps), 'rep');
  if (ms === 0) return times;
  return reps > 0 ? `${times} and ${clockTime(ms / 1000)}` : clockTime(Math.round(ms / 1000));
};

function notBegun(
  laps: readonly LapView[],
  steps: readonly { readonly id: string; readonly name: string }[],
): string[] {
  const begun = new Set(laps.map(({ lap }) => lap.step));
  return steps.filter(({ id }) => !begun.has(id)).map(({ name }) => name);
}
