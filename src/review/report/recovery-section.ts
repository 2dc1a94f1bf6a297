import { clockTime } from '../clock-time.ts';
import { pulseBetween } from '../pulse-between.ts';
import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { type Frame, percent, picture, shareAt, valueScale, yAt } from './chart-frame.ts';
import { type Html, html } from './html.ts';
import { numberText, signedText } from './number-words.ts';
import { section } from './page.ts';
import { pulsePath } from './pulse-path.ts';
import type { SessionView } from './session-view.ts';

const beforeMs = 30_000;
const afterMs = 150_000;
const topPx = 20;
const heightPx = 120;
const marksS = [0, 60, 120] as const;

/** How the pulse came down after the last effort: drawn close up, and as HRR60 and HRR120. */
export function recoverySection(view: SessionView): Html {
  const { recovery } = view.summary;
  const { effortEndS, effortEndBpm, hrr60Bpm, hrr120Bpm } = recovery;
  if (isUnavailable(effortEndS)) {
    return section('Recovery', html`<p>Not known: ${effortEndS.unavailable}.</p>`);
  }
  return section(
    'Recovery',
    html`
<p>The last effort ended at ${clockTime(effortEndS)}${isUnavailable(effortEndBpm) ? '' : ` with ${numberText(effortEndBpm)} beats a minute`}. After one minute the pulse was ${fall(hrr60Bpm)}, after two minutes ${fall(hrr120Bpm)}.</p>
${closeUp(view, effortEndS * 1000)}
<p class="quiet">Each is the mean of ten seconds. How one sits, stands or moves afterwards changes the fall, so compare it only with other sessions that ended alike.</p>`,
  );
}

function fall(bpm: number | Unavailable): string {
  if (isUnavailable(bpm)) return `not known (${bpm.unavailable})`;
  if (Math.round(bpm) === 0) return 'the same';
  return bpm < 0 ? `${numberText(-bpm)} higher` : `${numberText(bpm)} lower`;
}

function closeUp({ summary, pulse, endMs }: SessionView, effortEndMs: number): Html | undefined {
  const [fromMs, toMs] = [
    Math.max(0, effortEndMs - beforeMs),
    Math.min(endMs, effortEndMs + afterMs),
  ];
  const within = pulseBetween(pulse, fromMs, toMs);
  if (within.length < 2 || toMs <= effortEndMs) return undefined;
  const { ticks, ...scale } = valueScale(within.map(({ bpm }) => bpm));
  const frame: Frame = { fromMs, toMs, topPx, heightPx, ...scale };
  const bottomPx = topPx + heightPx;
  const { effortEndBpm, hrr60Bpm, hrr120Bpm } = summary.recovery;
  const falls = { 0: 0, 60: hrr60Bpm, 120: hrr120Bpm } as const;
  return html`
<figure>
<div class="plot">${picture(
    'recovery',
    'The pulse after the last effort',
    describe(effortEndBpm, hrr60Bpm, hrr120Bpm),
    bottomPx + 22,
    html`
${ticks.map((bpm) => html`<line class="line" x1="0" x2="100%" y1="${yAt(frame, bpm)}" y2="${yAt(frame, bpm)}"/><text x="-8" y="${yAt(frame, bpm) + 4}" text-anchor="end">${bpm}</text>`)}
${pulsePath(within, frame)}
${marksS.map((afterS) => mark(frame, effortEndMs + afterS * 1000, afterS, effortEndBpm, falls[afterS]))}`,
  )}</div>
</figure>`;
}

function describe(
  effortEndBpm: number | Unavailable,
  hrr60Bpm: number | Unavailable,
  hrr120Bpm: number | Unavailable,
): string {
  const start = isUnavailable(effortEndBpm) ? 'not known' : numberText(effortEndBpm);
  return `At the end ${start}; one minute later ${fall(hrr60Bpm)}; two minutes later ${fall(hrr120Bpm)}.`;
}

function mark(
  frame: Frame,
  atMs: number,
  afterS: number,
  startBpm: number | Unavailable,
  fallBpm: number | Unavailable,
): Html | undefined {
  if (atMs > frame.toMs) return undefined;
  const bottomPx = topPx + heightPx;
  const share = shareAt(frame, atMs);
  const label = afterS === 0 ? 'end of effort' : `${afterS} s later`;
  const isKnown = !isUnavailable(startBpm) && !isUnavailable(fallBpm);
  const x = percent(share);
  return html`<line class="line" x1="${x}" x2="${x}" y1="${topPx}" y2="${bottomPx}"/>
<text x="${x}" y="${bottomPx + 17}" text-anchor="middle">${label}</text>
${isKnown ? pointAt(frame, x, startBpm, fallBpm) : undefined}`;
}

const pointAt = (frame: Frame, x: string, startBpm: number, fallBpm: number): Html => html`
<circle class="dot" cx="${x}" cy="${yAt(frame, startBpm - fallBpm)}" r="4.5"/>
<text class="strong" x="${x}" y="${topPx - 8}" text-anchor="middle">${numberText(startBpm - fallBpm)}${
  fallBpm === 0 ? '' : ` (${signedText(-fallBpm)})`
}</text>`;
