import type { LoadIndex } from '../load/training-impulse.ts';

/** How a load was counted, for someone who may compare it with other programs. */
export const loadNames: Readonly<Record<LoadIndex, string>> = {
  edwards: 'Edwards’ load: minutes from 50, 60, 70, 80 and 90 % of the highest pulse, times 1 to 5',
  'banister-men': 'Banister’s impulse (men): minutes by the share of the reserve, 0.64 e^1.92x',
  'banister-women': 'Banister’s impulse (women): minutes by the share of the reserve, 0.86 e^1.67x',
};
