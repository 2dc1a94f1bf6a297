import type { Source } from '../session/header.ts';

/** Whether a pulse was somebody's, measured now or brought in; no other counts in trends (§7). */
export const isRealHeart = ({ source }: { readonly source: Source }): boolean =>
  source === 'strap' || source === 'import';
