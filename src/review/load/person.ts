/** What load and energy ask of a person; what is not known is absent. */
export type Person = {
  readonly sex?: 'female' | 'male';
  readonly ageYears?: number;
  readonly weightKg?: number;
  readonly restingBpm?: number;
  readonly highestBpm?: number;
};
