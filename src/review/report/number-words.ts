import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';

/** A number with at most so many decimals, and a true minus. */
export const numberText = (value: number, decimals = 0): string =>
  (Object.is(value, -0) ? 0 : value)
    .toFixed(decimals)
    .replace(/^-(?=.*[1-9])/, '−')
    .replace(/^-/, '');

/** With its sign, `+12` or `−8`. */
export const signedText = (value: number): string =>
  Math.round(value) > 0 ? `+${numberText(value)}` : numberText(value);

/** A figure, or a dash that says why there is none, to the eye and to a screen reader. */
export const figure = (
  value: number | Unavailable | undefined,
  written: (value: number) => string = numberText,
): Html => {
  if (value === undefined) return html`<span class="none">–</span>`;
  if (isUnavailable(value)) return html`<span class="none">not known: ${value.unavailable}</span>`;
  return html`${written(value)}`;
};

/** Whole percents, except that almost all is not all, and hardly any is not none. */
export function percentText(percent: number): string {
  if (percent > 99 && percent < 100) return `${numberText(Math.floor(percent * 10) / 10, 1)} %`;
  if (percent > 0 && percent < 1) return 'under 1 %';
  return `${numberText(percent)} %`;
}
