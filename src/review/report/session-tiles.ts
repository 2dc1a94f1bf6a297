import { clockTime } from '../clock-time.ts';
import { counted } from '../counted.ts';
import { effortWord } from '../effort-word.ts';
import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { unwatched } from '../unwatched.ts';
import { type Html, html } from './html.ts';
import { numberText, percentText } from './number-words.ts';
import type { SessionView } from './session-view.ts';

/** A session at a glance: eight figures, each with what it stands on. */
export function sessionTiles(view: SessionView): Html {
  const { summary, overall, rest, header } = view;
  const { recovery, durationS } = summary;
  const known = knownText(view);
  const restedWhen = header.kind === 'rest' ? 'the last 30 seconds' : 'before the first exercise';
  return html`<dl class="tiles">
${tile('Duration', html`${clockTime(durationS)}`, doneText(view))}
${measure('Mean pulse', overall.averageBpm, 'bpm', known)}
${measure('Highest pulse', overall.maxBpm, 'bpm', known)}
${warningTile(view)}
${measure('Fall in the first minute', recovery.hrr60Bpm, 'bpm', 'after the last effort')}
${measure('Pulse at rest', rest.restingBpm, 'bpm', restedWhen)}
${measure('Variability at rest', rest.rmssdMs, 'ms', 'RMSSD')}
${effortTile(summary.cr10)}
</dl>`;
}

function knownText({ summary: { coveragePercent } }: SessionView): string | undefined {
  if (isUnavailable(coveragePercent)) return undefined;
  return `known for ${percentText(coveragePercent)} of the time`;
}

function doneText({ header, laps }: SessionView): string {
  if (header.kind === 'rest') return 'at rest';
  const steps = header.routine.steps.length;
  if (steps === 0) return 'open session';
  const done = laps.filter(({ lap }) => lap.outcome === 'done').length;
  return `${done} of ${counted(steps, 'exercise')} done`;
}

function warningTile(view: SessionView): Html {
  const { warnings } = view.summary;
  if (view.pulse.length === 0) return tile('Warnings', none('nothing could be watched'), undefined);
  const why = unwatched(view.header);
  if (warnings.length === 0 && why !== undefined) return tile('Warnings', none(why), undefined);
  const overs = warnings.filter(({ level }) => level === 'over').length;
  const beside =
    warnings.length === 0 ? knownText(view) : `${overs === 0 ? 'none' : overs} over the limit`;
  return tile('Warnings', html`${warnings.length}`, beside);
}

function effortTile(cr10: number | undefined): Html {
  if (cr10 === undefined)
    return tile('Effort felt', html`<span class="none">Not rated</span>`, undefined);
  const decimals = cr10 % 1 === 0 ? 0 : 1;
  return tile(
    'Effort felt',
    html`${numberText(cr10, decimals)}<span class="unit"> of 10</span>`,
    effortWord(cr10),
  );
}

const measure = (
  name: string,
  value: number | Unavailable,
  unit: string,
  beside: string | undefined,
): Html =>
  isUnavailable(value)
    ? tile(name, none(value.unavailable), undefined)
    : tile(name, html`${numberText(value)}<span class="unit"> ${unit}</span>`, beside);

const none = (why: string): Html => html`<span class="none">Not known: ${why}</span>`;

/** A figure with its name above and what it stands on below. */
export const tile = (name: string, value: Html, beside: string | undefined): Html => html`
<div><dt>${name}</dt><dd class="value">${value}</dd>${beside === undefined ? undefined : html`<dd class="beside">${beside}</dd>`}</div>`;
