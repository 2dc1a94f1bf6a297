import type { Sport } from '../../session/sport.ts';

/** FIT's sport and sub_sport. */
export type FitSport = { readonly sport: number; readonly subSport: number };

const training = 10;
const cardio = 26;
const flexibility = 19;

const bySport: Record<Sport, number> = { jog: 1, cycle: 2, swim: 5, walk: 11 };

/** A sport by its own number; exercises are `training`: cardio where one is more than light, else flexibility. */
export function fitSportOf(sport: Sport | undefined, isDemanding?: boolean): FitSport {
  if (sport !== undefined) return { sport: bySport[sport], subSport: 0 };
  if (isDemanding === undefined) return { sport: training, subSport: 0 };
  return { sport: training, subSport: isDemanding ? cardio : flexibility };
}

/** The sport of ours that a number of FIT stands for; running is a jog, hiking a walk. */
export function sportOf(fitSport: number | undefined): Sport | undefined {
  switch (fitSport) {
    case 1:
      return 'jog';
    case 2:
      return 'cycle';
    case 5:
      return 'swim';
    case 11:
    case 17:
      return 'walk';
    default:
      return undefined;
  }
}
