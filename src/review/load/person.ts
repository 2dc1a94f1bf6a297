/** What load, energy and intensity ask of a person; what is not known is absent. */
export type Person = {
  readonly sex?: 'female' | 'male';
  readonly ageYears?: number;
  readonly weightKg?: number;
  readonly restingBpm?: number;
  /** The pulse at rest is the median of the mornings, for the profile has none. */
  readonly isRestingOfMornings?: true;
  /** Measured; an age gives no more than an average. */
  readonly highestBpm?: number;
  /** They lower the highest pulse, so that no age tells it. */
  readonly betaBlockers?: boolean;
  /** Or a pacemaker. */
  readonly irregularRhythm?: boolean;
};
