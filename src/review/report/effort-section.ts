import { clockTime } from '../clock-time.ts';
import { effortWord } from '../effort-word.ts';
import type { Energy } from '../load/energy.ts';
import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';
import { loadNames } from './load-words.ts';
import { numberText, percentText } from './number-words.ts';
import { section } from './page.ts';
import type { SessionView } from './session-view.ts';

/** How hard it was, as felt and as counted, and what was noted. */
export function effortSection(view: SessionView): Html {
  const { cr10, notes = [] } = view.summary;
  const felt =
    cr10 === undefined
      ? 'The effort was not rated.'
      : `Felt as ${numberText(cr10, cr10 % 1 === 0 ? 0 : 1)} of 10, ${effortWord(cr10)} (Borg’s CR10).`;
  return section(
    'Effort',
    html`
<p>${felt}</p>
<p>${loadText(view)}</p>
${view.energy === undefined ? undefined : html`<p>${energyText(view.energy)}</p>`}
${notes.map((note) => html`<p><strong>Note:</strong> <bdi>${note}</bdi></p>`)}`,
  );
}

function energyText(energy: Energy | Unavailable): string {
  if (isUnavailable(energy)) return `Energy: not known, ${energy.unavailable}.`;
  const { energyKj, energyKcal, countedS, leftOutS } = energy;
  return `Energy about ${numberText(energyKj)} kJ (${numberText(energyKcal)} kcal) by Keytel’s formula, made for 57 to 90 % of the highest pulse, in the ${clockTime(countedS)} that were in this range; ${clockTime(leftOutS)} were not, and are left out.`;
}

function loadText({ load, highest }: SessionView): string {
  if (isUnavailable(load) || highest === undefined) {
    return `Load: not known, ${isUnavailable(load) ? load.unavailable : 'the highest pulse is missing'}.`;
  }
  const from =
    highest.from === 'measured' ? 'measured' : 'estimated from age, so 10 off either way';
  const missing = load.isScaled
    ? `; the pulse was missing for ${percentText(load.missingPercent)} of the time, and the rest stands for all of it`
    : `; the pulse was known for ${percentText(100 - load.missingPercent)} of the time`;
  return `Load ${numberText(load.value)}. ${loadNames[load.index]} (highest pulse ${numberText(highest.bpm)}, ${from})${missing}.`;
}
