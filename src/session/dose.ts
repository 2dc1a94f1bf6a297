import * as z from 'zod';

const amount = (least: number, most: number) => {
  const one = z.number().min(least).max(most);
  return z.union([
    one,
    z
      .strictObject({ least: one, most: one })
      .refine((range) => range.least <= range.most, { message: 'least must not exceed most' }),
  ]);
};

const count = z.union([
  z.number().int().min(1).max(1000),
  z
    .strictObject({
      least: z.number().int().min(1).max(1000),
      most: z.number().int().min(1).max(1000),
    })
    .refine((range) => range.least <= range.most, { message: 'least must not exceed most' }),
]);
const seconds = amount(1, 14_400);
const cadencePerMin = z.number().min(1).max(240);
const parts = z.array(z.string().min(1).max(20)).min(2).max(4);
/** `each: [left, right]` does the whole dose for each, in this order; `halves: [forward, backward]` shares it out. */
const sides = { each: parts.optional(), halves: parts.optional() };

const timeDose = z.strictObject({
  type: z.literal('time'),
  seconds,
  cadencePerMin: cadencePerMin.optional(),
  ...sides,
});
const repsDose = z.strictObject({
  type: z.literal('reps'),
  reps: count,
  cadencePerMin,
  ...sides,
});
const holdsDose = z.strictObject({
  type: z.literal('holds'),
  holdSeconds: seconds,
  reps: count,
  restSeconds: seconds,
  ...sides,
});
const setsDose = z.strictObject({
  type: z.literal('sets'),
  sets: count,
  reps: count,
  cadencePerMin,
  restSeconds: seconds,
});
const settleDose = z
  .strictObject({
    type: z.literal('settle'),
    atLeastSeconds: z.number().min(1).max(3600),
    atMostSeconds: z.number().min(1).max(3600),
  })
  .refine((dose) => dose.atLeastSeconds <= dose.atMostSeconds, {
    message: 'atLeastSeconds must not exceed atMostSeconds',
  });
const openDose = z.strictObject({ type: z.literal('open') });

/**
 * How much of an exercise: a time, reps at a cadence (per minute), holds, sets, calm until the pulse is down, or open.
 * An amount is a number, or `{ least, most }` for the way from level 0 to level 10.
 */
export const doseSchema = z.discriminatedUnion('type', [
  timeDose,
  repsDose,
  holdsDose,
  setsDose,
  settleDose,
  openDose,
]);
export type Dose = z.infer<typeof doseSchema>;
export type Amount = number | { readonly least: number; readonly most: number };
