import { clockTime } from '../clock-time.ts';
import { counted } from '../counted.ts';
import { isUnavailable } from '../unavailable.ts';
import { unwatched } from '../unwatched.ts';
import {
  type Frame,
  percent,
  picture,
  shareAt,
  timeTicksMs,
  valueScale,
  widthOf,
  xAt,
  yAt,
} from './chart-frame.ts';
import { type Html, html } from './html.ts';
import { pulsePath } from './pulse-path.ts';
import type { SessionView } from './session-view.ts';
import { gapWords, levelWords } from './words.ts';

const topPx = 24;
const heightPx = 200;
const bottomPx = topPx + heightPx;
const lanePx = bottomPx + 26;
const laneHeightPx = 18;
const recoveryMs = 120_000;

/** The pulse of a session: caution band and limit, gaps left open, warnings above, exercises below. */
export function pulseChart(view: SessionView): Html {
  if (view.endMs <= 0 || view.pulse.length === 0) {
    return html`<p class="none">There is no pulse to draw: it was never known in this session.</p>`;
  }
  const frame = frameOf(view);
  return html`
<figure>
<div class="plot">${picture(
    'pulse',
    'The pulse over the session',
    description(view),
    lanePx + laneHeightPx,
    html`
${hatching}
${limitBands(view, frame)}
${grid(view, frame)}
${recoveryStretch(view, frame)}
${gapBands(view, frame)}
${pulsePath(view.pulse, frame)}
${limitLines(view, frame)}
${warningMarks(view, frame)}
${lapLane(view, frame)}`,
  )}</div>
${key(view)}
${stepNames(view)}
<figcaption>Beats a minute over time since the start. Where the line breaks, the pulse was not known; nothing is drawn in between.</figcaption>
</figure>`;
}

function frameOf({
  pulse,
  limits,
  endMs,
}: SessionView): Frame & { readonly ticks: readonly number[] } {
  const bpms = pulse.map(({ bpm }) => bpm);
  const bounds = limits.flatMap(({ limits: { cautionBpm, limitBpm } }) => [
    cautionBpm,
    limitBpm + 1,
  ]);
  return { fromMs: 0, toMs: endMs, topPx, heightPx, ...valueScale([...bpms, ...bounds]) };
}

const hatching = html`<defs><pattern id="pulse-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>`;

function description({ summary, overall, endMs }: SessionView): string {
  const { warnings, gaps } = summary;
  const isWatched = warnings.length > 0 || unwatched(summary) === undefined;
  const { averageBpm, maxBpm } = overall;
  const range =
    isUnavailable(averageBpm) || isUnavailable(maxBpm)
      ? 'the pulse was not known'
      : `on average ${Math.round(averageBpm)}, at most ${maxBpm} beats a minute`;
  return [
    `${clockTime(endMs / 1000)} from start to end: ${range}.`,
    `${isWatched ? counted(warnings.length, 'warning') : 'warnings not known'}, ${counted(gaps.length, 'gap')}.`,
    summary.laps.length === 0
      ? ''
      : `Exercises: ${summary.laps.map(({ name }) => name).join(', ')}.`,
  ].join(' ');
}

const limitBands = ({ limits }: SessionView, frame: Frame): Html[] =>
  limits.map(({ startMs, endMs, limits: { cautionBpm, limitBpm } }) => {
    const y = yAt(frame, limitBpm);
    const height = Math.round((yAt(frame, cautionBpm) - y) * 10) / 10;
    return html`<rect class="band" x="${xAt(frame, startMs)}" y="${y}" width="${widthOf(frame, startMs, endMs)}" height="${height}"/>`;
  });

const limitLines = ({ limits }: SessionView, frame: Frame): Html[] =>
  limits.map(({ startMs, endMs, limits: { limitBpm } }) => {
    const y = yAt(frame, limitBpm);
    return html`<line class="limit" x1="${xAt(frame, startMs)}" x2="${xAt(frame, endMs)}" y1="${y}" y2="${y}"/>`;
  });

function grid(
  { endMs }: SessionView,
  frame: Frame & { readonly ticks: readonly number[] },
): Html[] {
  const rows = frame.ticks.map((bpm) => {
    const y = yAt(frame, bpm);
    return html`<line class="line" x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="-8" y="${y + 4}" text-anchor="end">${bpm}</text>`;
  });
  const columns = timeTicksMs(endMs).map((atMs) => {
    const share = shareAt(frame, atMs);
    const anchor = share < 0.02 ? 'start' : share > 0.97 ? 'end' : 'middle';
    return html`<text x="${percent(share)}" y="${bottomPx + 17}" text-anchor="${anchor}">${clockTime(atMs / 1000)}</text>`;
  });
  return [...rows, ...columns];
}

/** Two minutes from the end of the last effort, in which the pulse is watched coming down. */
function recoveryStretch({ summary, endMs }: SessionView, frame: Frame): Html | undefined {
  const { effortEndS } = summary.recovery;
  if (isUnavailable(effortEndS)) return undefined;
  const fromMs = effortEndS * 1000;
  const toMs = Math.min(endMs, fromMs + recoveryMs);
  return html`<rect class="accent" x="${xAt(frame, fromMs)}" width="${widthOf(frame, fromMs, toMs)}" y="${bottomPx - 4}" height="4"/>`;
}

const gapBands = ({ summary }: SessionView, frame: Frame): Html[] =>
  summary.gaps.map(
    ({ startS, endS, reason }) =>
      html`<rect fill="url(#pulse-hatch)" x="${xAt(frame, startS * 1000)}" width="${widthOf(frame, startS * 1000, endS * 1000)}" y="${topPx}" height="${heightPx}"><title>${clockTime(startS)} to ${clockTime(endS)}: ${gapWords[reason]}</title></rect>`,
  );

const shapes = { caution: 'M0 4L5.5 14H-5.5Z', over: 'M-5 4H5V14H-5Z' } as const;

const warningMarks = ({ summary }: SessionView, frame: Frame): Html[] =>
  summary.warnings.map(
    ({ level, startS, endS, peakBpm }) => html`
<rect class="${level}" x="${xAt(frame, startS * 1000)}" width="${widthOf(frame, startS * 1000, endS * 1000)}" y="${level === 'over' ? topPx - 5 : topPx - 7}" height="2"/>
<svg x="${xAt(frame, startS * 1000)}" overflow="visible"><path class="${level}" d="${shapes[level]}"><title>${clockTime(startS)}: ${levelWords[level]}, peak ${peakBpm}</title></path></svg>`,
  );

/** A number needs this much of the width for each digit to stand in its box, on a phone too. */
const shareOfDigit = 0.0135;
const isRoomFor = (number: number, share: number): boolean =>
  share >= shareOfDigit * (String(number).length + 1);

function lapLane({ laps }: SessionView, frame: Frame): Html[] {
  return laps.map(({ number, lap: { name, startS, endS, interruptions } }) => {
    const [startMs, endMs] = [startS * 1000, endS * 1000];
    const share = shareAt(frame, endMs) - shareAt(frame, startMs);
    const middle = percent(shareAt(frame, startMs) + share / 2);
    return html`
<rect class="lap" x="${xAt(frame, startMs)}" width="${percent(share)}" y="${lanePx}" height="${laneHeightPx}"><title>${number}. ${name}</title></rect>
${interruptions.map((stop) => html`<rect class="still" x="${xAt(frame, stop.startS * 1000)}" width="${widthOf(frame, stop.startS * 1000, stop.endS * 1000)}" y="${lanePx + laneHeightPx - 5}" height="5"/>`)}
${!isRoomFor(number, share) ? undefined : html`<text class="strong" x="${middle}" y="${lanePx + 13}" text-anchor="middle">${number}</text>`}`;
  });
}

function stepNames({ laps }: SessionView): Html | undefined {
  if (laps.length === 0) return undefined;
  return html`<ol class="steps">${laps.map(
    ({ number, lap }) => html`<li><b>${number}</b><bdi>${lap.name}</bdi></li>`,
  )}</ol>`;
}

function key({ summary, limits }: SessionView): Html {
  const swatch = (content: Html): Html =>
    html`<svg width="22" height="14" aria-hidden="true">${content}</svg>`;
  const ranges = limits.map(({ limits: { cautionBpm, limitBpm } }) => `${cautionBpm}–${limitBpm}`);
  const has = (level: 'caution' | 'over'): boolean =>
    summary.warnings.some((each) => each.level === level);
  return html`<ul class="key">
<li>${swatch(html`<rect class="band" width="22" height="14"/>`)}caution, ${ranges.join(', then ')}</li>
<li>${swatch(html`<line class="limit" x1="0" x2="22" y1="7" y2="7"/>`)}the limit</li>
${has('caution') ? html`<li>${swatch(html`<svg x="11" y="-2" overflow="visible"><path class="caution" d="${shapes.caution}"/></svg>`)}caution warning</li>` : undefined}
${has('over') ? html`<li>${swatch(html`<svg x="11" y="-2" overflow="visible"><path class="over" d="${shapes.over}"/></svg>`)}over the limit</li>` : undefined}
${summary.gaps.length > 0 ? html`<li>${swatch(html`<rect fill="url(#pulse-hatch)" width="22" height="14"/>`)}pulse not known</li>` : undefined}
${isUnavailable(summary.recovery.effortEndS) ? undefined : html`<li>${swatch(html`<rect class="accent" y="5" width="22" height="4"/>`)}two minutes after the last effort</li>`}
</ul>`;
}
