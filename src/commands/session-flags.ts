import type { CueVolume } from '../cues/telling.ts';
import type { Sport } from '../session/sport.ts';
import type { ThemeName } from '../ui/theme.ts';

/** The flags that `train` and `watch` share, as commander gives them. */
export type SessionFlags = {
  /** False for `--no-sensor`. */
  readonly sensor?: string | false;
  readonly resetEnergy?: boolean;
  readonly sport?: Sport;
  readonly caution?: number;
  readonly limit?: number;
  readonly speed?: number | 'max';
  readonly level?: number;
  readonly screened?: boolean;
  readonly minutes?: number;
  readonly log: boolean;
  readonly plain?: boolean;
  readonly accessible?: boolean;
  /** Seconds; 0 for never. */
  readonly announce?: number;
  readonly voice?: boolean;
  readonly cues?: CueVolume;
  readonly theme?: ThemeName;
  readonly ascii?: boolean;
  readonly json?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};
