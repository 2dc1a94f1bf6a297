const inMs = 4000;
const outMs = 6000;

/** One moment of guided breathing: a word, the seconds left of it, and how full the bar is (0–1). */
export type Breath = { readonly word: string; readonly leftS: number; readonly fill: number };

/** Four seconds in, six seconds out, counted from when the guide began (§3). */
export function breathAt(intoMs: number): Breath {
  const at = ((intoMs % (inMs + outMs)) + inMs + outMs) % (inMs + outMs);
  return at < inMs
    ? { word: 'breathe in', leftS: Math.ceil((inMs - at) / 1000), fill: at / inMs }
    : {
        word: 'breathe out',
        leftS: Math.ceil((inMs + outMs - at) / 1000),
        fill: 1 - (at - inMs) / outMs,
      };
}
