import { clockTime } from '../clock-time.ts';
import { intensityRows, intensitySource } from '../intensity-words.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-words.ts';
import { section } from './page.ts';
import type { SessionView } from './session-view.ts';
import { table } from './table.ts';

/** How hard the heart worked by the person's own numbers; absent where the profile does not allow it. */
export function intensitySection({ intensity, summary }: SessionView): Html | undefined {
  if (intensity === undefined || summary.durationS <= 0) return undefined;
  const source = intensitySource(intensity);
  return section(
    'Intensity',
    table({
      caption: `${source.charAt(0).toUpperCase()}${source.slice(1)}.`,
      columns: [
        { title: 'Share' },
        { title: 'Beats a minute' },
        { title: 'Time', align: 'right' },
        { title: 'Of the session', align: 'right' },
      ],
      rows: intensityRows(intensity).map(({ share, range, seconds }) => [
        html`${share}`,
        html`${range}`,
        html`${clockTime(seconds)}`,
        html`${percentText((100 * seconds) / summary.durationS)}`,
      ]),
    }),
  );
}
