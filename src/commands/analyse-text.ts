import { clockTime } from '../review/clock-time.ts';
import type { Analysis, Variability } from '../review/hrv/analysis.ts';
import type { ArtefactType } from '../review/hrv/artefact.ts';
import type { HrvWindow } from '../review/hrv/windows.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { plainText } from '../ui/plain-text.ts';
import { drawn, type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';

const gradeWords: Record<Analysis['quality']['grade'], string> = {
  good: 'Good: the intervals may be relied on',
  usable: 'Usable: the values are a little off',
  doubtful: 'Doubtful: look at the trend, not at the values',
  withheld: 'Withheld: the intervals do not bear an analysis',
};

const artefactWords: Record<ArtefactType, string> = {
  missed: 'with missed beats in them',
  extra: 'split by an extra beat',
  ectopic: 'of an early beat and its pause',
  long: 'too long',
  short: 'too short',
};

type Row = readonly [key: keyof Variability, name: string, unit: string, digits: number];
const rows: readonly Row[] = [
  ['meanNnMs', 'Mean interval', 'ms', 1],
  ['meanHrBpm', 'Mean pulse', 'bpm', 1],
  ['rmssdMs', 'RMSSD', 'ms', 1],
  ['sdnnMs', 'SDNN', 'ms', 1],
  ['sdsdMs', 'SDSD', 'ms', 1],
  ['pnn50Percent', 'pNN50', '%', 1],
  ['sd1Ms', 'SD1', 'ms', 1],
  ['sd2Ms', 'SD2', 'ms', 1],
  ['dfaAlpha1', 'DFA alpha1', '', 2],
];

/** An analysis as a page of text: its grade first, the values corrected and as given, spectrum, breathing, windows. */
export function renderAnalysis(name: string, analysis: Analysis, drawing: Drawing): string {
  const { width } = drawing;
  return drawn(
    [
      ...gradeLines(analysis, width),
      ...wrapped(
        `${plainText(name)} · ${analysis.beats} beats · ${clockTime(analysis.durationS)}`,
        width,
      ),
      line(''),
      ...valueLines(analysis, width),
      ...spectrumLines(analysis, width),
      ...artefactLines(analysis, width),
      ...windowLines(analysis.windows, width),
      ...wrapped(
        'These figures describe a recording. They are no diagnosis; ask a doctor about your heart.',
        width,
        'quiet',
      ),
    ],
    drawing,
  );
}

function gradeLines({ quality: { grade, reasons } }: Analysis, width: number): Line[] {
  const role = grade === 'good' || grade === 'usable' ? 'strong' : 'notice';
  return [
    ...wrapped(gradeWords[grade], width, role),
    ...reasons.flatMap((reason) => wrapped(`  ${reason}`, width)),
  ];
}

function valueLines({ corrected, raw, artefacts }: Analysis, width: number): Line[] {
  const reasons = new Set<string>();
  const cell = (value: number | Unavailable, digits: number, mark = ''): string => {
    if (!isUnavailable(value)) return (value.toFixed(digits) + mark).padStart(10);
    reasons.add(value.unavailable);
    return '-'.padStart(10);
  };
  const table = rows.map(([key, name, unit, digits]) =>
    line(
      `${name.padEnd(14)}${cell(corrected[key], digits, key === 'dfaAlpha1' ? markOf(artefacts.percent) : '')}${cell(raw[key], digits)} ${unit}`.trimEnd(),
    ),
  );
  return [
    line(`${''.padEnd(14)}${'corrected'.padStart(10)}${'as given'.padStart(10)}`, 'strong'),
    ...table,
    ...[...reasons].flatMap((reason) => wrapped(`  -: ${reason}`, width, 'quiet')),
    line(''),
  ];
}

function spectrumLines({ frequency, respirationPerMin }: Analysis, width: number): Line[] {
  const said = (value: number | Unavailable, digits: number, unit: string): string =>
    isUnavailable(value) ? `not known: ${value.unavailable}` : `${value.toFixed(digits)}${unit}`;
  const isSlow = !isUnavailable(respirationPerMin) && respirationPerMin < 9;
  return [
    ...wrapped(`LF (0.04–0.15 Hz): ${said(frequency.lfMs2, 0, ' ms²')}`, width),
    ...wrapped(`HF (0.15–0.40 Hz): ${said(frequency.hfMs2, 0, ' ms²')}`, width),
    ...wrapped(`LF/HF: ${said(frequency.lfHf, 2, '')}`, width),
    ...wrapped(`Breathing: ${said(respirationPerMin, 1, ' a minute')}`, width),
    ...(isSlow ? wrapped('  Breathing below 9 a minute puts its power into LF.', width) : []),
    line(''),
  ];
}

function artefactLines({ artefacts: { percent, items } }: Analysis, width: number): Line[] {
  if (isUnavailable(percent))
    return [line(`Spoilt intervals: not known, ${percent.unavailable}`, 'strong'), line('')];
  if (items.length === 0) return [line('Spoilt intervals: none', 'strong'), line('')];
  const counts = new Map<ArtefactType, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [
    line(`Spoilt intervals: ${items.length} (${percent.toFixed(1)} %)`, 'strong'),
    ...[...counts].flatMap(([type, count]) => wrapped(`  ${count} ${artefactWords[type]}`, width)),
    line(''),
  ];
}

function windowLines(windows: readonly HrvWindow[], width: number): Line[] {
  if (windows.length === 0) return [];
  const head = `${'window'.padEnd(16)}${'spoilt'.padStart(8)}${'RMSSD'.padStart(8)}${'alpha1'.padStart(8)}`;
  return [line(head, 'strong'), ...windows.flatMap((each) => windowLine(each, width)), line('')];
}

function windowLine(window: HrvWindow, width: number): Line[] {
  const { startS, endS, artefactPercent, rmssdMs, dfaAlpha1, unavailable } = window;
  const when = `${clockTime(startS)}–${clockTime(endS)}`.padEnd(16);
  if (unavailable !== undefined) return wrapped(`${when} - ${unavailable}`, width, 'quiet');
  const cell = (value: number | Unavailable, digits: number): string =>
    (isUnavailable(value) ? '-' : value.toFixed(digits)).padStart(8);
  const mark = markOf(artefactPercent);
  return [
    line(`${when}${cell(artefactPercent, 1)}${cell(rmssdMs, 1)}${cell(dfaAlpha1, 2)}${mark}`),
  ];
}

/** From 3 % of spoilt beats on alpha1 is marked (analytics §12). */
const markOf = (artefactPercent: number | Unavailable): string =>
  !isUnavailable(artefactPercent) && artefactPercent > 3 ? '?' : '';
