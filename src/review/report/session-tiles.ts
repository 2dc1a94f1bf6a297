import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';
import { counted, numberText, percentText } from './number-words.ts';
import type { SessionView } from './session-view.ts';
import { clockText } from './time-words.ts';
import { effortWord } from './words.ts';

/** A session at a glance: eight figures, each with what it stands on. */
export function sessionTiles({ summary, overall, rest, laps, header }: SessionView): Html {
  const { coveragePercent, recovery, warnings, durationS, cr10 } = summary;
  const known = isUnavailable(coveragePercent)
    ? undefined
    : `known for ${percentText(coveragePercent)} of the time`;
  const done = laps.filter(({ lap }) => lap.outcome === 'done').length;
  const steps = header.routine.steps.length;
  const overs = warnings.filter(({ level }) => level === 'over').length;
  return html`<dl class="tiles">
${tile('Duration', html`${clockText(durationS)}`, steps === 0 ? 'open session' : `${done} of ${counted(steps, 'exercise')} done`)}
${measure('Mean pulse', overall.averageBpm, known)}
${measure('Highest pulse', overall.maxBpm, known)}
${tile('Warnings', html`${header.source === 'none' ? none('nothing watched') : warnings.length}`, warnings.length === 0 ? known : `${overs === 0 ? 'none' : overs} over the limit`)}
${measure('Fall in the first minute', recovery.hrr60Bpm, isUnavailable(recovery.effortEndS) ? undefined : 'after the last effort')}
${measure('Pulse at rest', rest.restingBpm, 'before the first exercise')}
${tile('Variability at rest', isUnavailable(rest.rmssdMs) ? none(rest.rmssdMs.unavailable) : html`${numberText(rest.rmssdMs)}<span class="unit"> ms</span>`, isUnavailable(rest.rmssdMs) ? undefined : 'RMSSD')}
${tile('Effort felt', cr10 === undefined ? html`<span class="none">Not rated</span>` : html`${numberText(cr10, cr10 % 1 === 0 ? 0 : 1)}<span class="unit"> of 10</span>`, cr10 === undefined ? undefined : effortWord(cr10))}
</dl>`;
}

const measure = (name: string, bpm: number | Unavailable, beside: string | undefined): Html =>
  isUnavailable(bpm)
    ? tile(name, none(bpm.unavailable), undefined)
    : tile(name, html`${numberText(bpm)}<span class="unit"> bpm</span>`, beside);

const none = (why: string): Html => html`<span class="none">Not known: ${why}</span>`;

export const tile = (name: string, value: Html, beside: string | undefined): Html => html`
<div><dt>${name}</dt><dd class="value">${value}</dd>${beside === undefined ? undefined : html`<dd class="beside">${beside}</dd>`}</div>`;
