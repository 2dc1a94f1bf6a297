import { dataDirectoryPath } from '../journal/data-directory.ts';
import { analyse } from '../review/hrv/analysis.ts';
import { renderAnalysis } from './analyse-text.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { profileFor } from './profile.ts';
import { readSeries } from './read-series.ts';
import { visible } from './visible.ts';
import { whereFor } from './where-for.ts';

export type AnalyseFlags = DataFlags & { readonly window: number; readonly step: number };

/** `analyse`: heart rate variability of a file or a session, in words or as JSON. Returns the exit code: 5 where part is damaged. */
export async function analyseRecording(
  io: Io,
  wanted: string,
  flags: AnalyseFlags,
): Promise<number> {
  const { name, series, damage } = readSeries(wanted, dataDirectoryPath(whereFor(io, flags)));
  const { store } = await profileFor(io, flags);
  const analysis = analyse(series, {
    windowS: flags.window,
    stepS: flags.step,
    isIrregularTold: store.read().irregularRhythm === true,
  });
  io.stdout.write(
    flags.json === true ? jsonLine(analysis) : renderAnalysis(name, analysis, drawingFor(io)),
  );
  if (damage === undefined) return exitCode.ok;
  io.stderr.write(`${visible(damage)}\n`);
  return exitCode.damaged;
}
