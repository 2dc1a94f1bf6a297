import type { SessionIntensity } from './load/session-intensity.ts';

/** One zone of intensity: its share, the whole bpm it begins with, and how long the pulse was in it. */
export type IntensityRow = {
  readonly share: string;
  readonly range: string;
  readonly seconds: number;
};

const shares = ['50–60 %', '60–70 %', '70–80 %', '80–90 %', 'from 90 %'];

/** From the lightest on, those above the highest that was reached left out. */
export function intensityRows({ boundsBpm, zonesS }: SessionIntensity): readonly IntensityRow[] {
  const least = boundsBpm.map(Math.ceil);
  const rows = shares.map((share, index): IntensityRow => {
    const next = least[index + 1];
    const from = least[index] ?? 0;
    const range = next === undefined ? `from ${from}` : `${from}–${next - 1}`;
    return { share, range, seconds: zonesS.zones[index] ?? 0 };
  });
  const reached = rows.findLastIndex(({ seconds }) => seconds > 0);
  const below = { share: 'below 50 %', range: `below ${least[0]}`, seconds: zonesS.below };
  return [below, ...rows.slice(0, reached + 1)];
}

/** Of what the shares are, with the numbers and whence they are. */
export function intensitySource(intensity: SessionIntensity): string {
  const { of, restingBpm, restingFrom, highest, zonesS } = intensity;
  const bpm = Math.round(highest.bpm);
  const rest = restingFrom === 'mornings' ? 'the median of the mornings' : 'from the profile';
  const most =
    highest.from === 'measured'
      ? `highest pulse ${bpm}, from the profile`
      : `highest pulse ${bpm}, estimated from age (208 − 0.7 × age, 10 off either way)`;
  const words =
    of === 'reserve'
      ? `shares of the reserve between rest and highest (Karvonen): pulse at rest ${restingBpm}, ${rest}; ${most}`
      : `shares of the highest pulse: ${most}`;
  const above = zonesS.aboveHighest ? '; the pulse was above that, so it is too low' : '';
  return `${words}${above}`;
}
