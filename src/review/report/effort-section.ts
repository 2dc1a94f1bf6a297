import { effortWord } from '../effort-word.ts';
import { isUnavailable } from '../unavailable.ts';
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
${notes.map((note) => html`<p><strong>Note:</strong> <bdi>${note}</bdi></p>`)}`,
  );
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
