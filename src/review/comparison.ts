import { endBrief } from './end-brief.ts';
import type { LapSummary } from './lap-summary.ts';
import type { Side } from './side.ts';
import { isUnavailable } from './unavailable.ts';

const comparisonSchema = 'pulsepace/comparison/1';

/** An exercise as both did it; absent where one did not begin it. */
type ComparedStep = {
  readonly step: string;
  readonly name: string;
  readonly a?: LapSummary;
  readonly b?: LapSummary;
};

/** Two sessions side by side. As JSON it is what `log compare --json` prints. */
export type Comparison = {
  readonly schema: typeof comparisonSchema;
  /** Why the figures may differ though the heart does not, in sentences. */
  readonly differences: readonly string[];
  readonly a: Side;
  readonly b: Side;
  readonly exercises: readonly ComparedStep[];
};

/** The exercises in the order of `a`, then those of `b` alone. */
export function compared(a: Side, b: Side): Comparison {
  const ids = [...new Set([...a.laps, ...b.laps].map(({ step }) => step))];
  return {
    schema: comparisonSchema,
    differences: differencesOf(a, b),
    a,
    b,
    exercises: ids.map((step) => {
      const [inA, inB] = [lapIn(a, step), lapIn(b, step)];
      return {
        step,
        name: inA?.name ?? inB?.name ?? step,
        ...(inA !== undefined && { a: inA }),
        ...(inB !== undefined && { b: inB }),
      };
    }),
  };
}

const lapIn = ({ laps }: Side, step: string): LapSummary | undefined =>
  laps.findLast((each) => each.step === step);

const mostMissingPercent = 20;

function differencesOf(a: Side, b: Side): string[] {
  const found: string[] = [];
  const differ = (what: string, inA: string | number, inB: string | number): void => {
    if (inA !== inB) found.push(`${what}: ${inA} and ${inB}.`);
  };
  differ('They are different routines', a.routine, b.routine);
  differ('The levels differ', a.level, b.level);
  differ('The limits differ', limitsOf(a), limitsOf(b));
  differ('The sources of the pulse differ', a.source, b.source);
  differ('They were for different sports', a.sport ?? 'none named', b.sport ?? 'none named');
  if (a.level === b.level && adaptationsOf(a) !== adaptationsOf(b)) {
    found.push('Some exercises were done easier or slower in one of them.');
  }
  found.push(...effortsDiffer(a.recovery, b.recovery));
  for (const { id, endReason, coveragePercent } of [a, b]) {
    if (endReason !== 'completed') {
      found.push(`${id} did not come to its own end (${endBrief(endReason)}).`);
    }
    if (isUnavailable(coveragePercent) || coveragePercent < 100 - mostMissingPercent) {
      found.push(`In ${id} the pulse was not known for more than a fifth of the time.`);
    }
  }
  return found;
}

const mostApartBpm = 10;

/** A fall from another height is another measurement: both are shown, and said not to compare (analytics §8). */
function effortsDiffer(a: Side['recovery'], b: Side['recovery']): string[] {
  const [from, to] = [a.effortEndBpm, b.effortEndBpm];
  if (isUnavailable(from) || isUnavailable(to) || Math.abs(from - to) <= mostApartBpm) return [];
  return [
    `The last efforts ended at ${from} and ${to} bpm, so the falls after them do not compare.`,
  ];
}

const limitsOf = ({ limits }: Side): string => `${limits.cautionBpm}–${limits.limitBpm}`;

const adaptationsOf = ({ adaptations }: Side): string =>
  JSON.stringify([...adaptations].sort((one, other) => (one.stepId < other.stepId ? -1 : 1)));
