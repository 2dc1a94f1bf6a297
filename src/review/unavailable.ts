/** A value that cannot be given, and why; never 0, NaN or null. */
export type Unavailable = { readonly unavailable: string };

export const isUnavailable = (value: unknown): value is Unavailable =>
  typeof value === 'object' && value !== null && 'unavailable' in value;
