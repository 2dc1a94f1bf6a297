import { z } from 'zod';

const seconds = (least: number, most: number, usual: number) =>
  z.number().min(least).max(most).default(usual);

/** Every number the program judges by, with its bounds; seconds and beats per minute. */
export const rulesSchema = z
  .object({
    lateAfterS: seconds(1, 10, 3),
    lostAfterS: seconds(2, 30, 6),
    distrustAfterS: seconds(1, 30, 3),
    jumpBpm: z.number().int().min(10).max(100).default(30),
    jumpWithinS: seconds(0.5, 10, 1.5),
    rrSupportBpm: z.number().int().min(1).max(50).default(15),
    frozenBpmS: seconds(10, 600, 60),
    frozenPacketS: seconds(5, 600, 20),
    holdLimitS: seconds(30, 3600, 300),
    openHoldLimitS: seconds(60, 7200, 1800),
    returnMeasurements: z.number().int().min(1).max(20).default(3),
    returnCountdownS: seconds(0, 30, 3),
    clearBelowBpm: z.number().int().min(1).max(20).default(5),
    clearAfterS: seconds(1, 120, 10),
    cautionRepeatS: seconds(5, 600, 30),
    overRepeatS: seconds(2, 120, 10),
    acknowledgedSilenceS: seconds(5, 300, 60),
    approachWithinS: seconds(1, 120, 20),
    approachClearS: seconds(1, 300, 40),
    limitStepBpm: z.number().int().min(1).max(20).default(5),
    meanOverS: seconds(3, 60, 10),
    trendOverS: seconds(5, 60, 15),
    getReadyS: seconds(3, 60, 8),
    firstGetReadyS: seconds(3, 60, 10),
    postureChangeS: seconds(5, 120, 15),
    resumeCountdownS: seconds(3, 60, 5),
    easedCadence: z.number().min(0.2).max(1).default(0.6),
    cautionRestAfterS: seconds(5, 300, 20),
    cautionRestS: seconds(5, 300, 20),
    overStopAfterS: seconds(1, 60, 5),
    lightenedDose: z.number().min(0.2).max(1).default(0.8),
    overStopsToDrop: z.number().int().min(1).max(10).default(2),
    overStoppedExercisesToEnd: z.number().int().min(1).max(20).default(3),
    recoveryLimitS: seconds(60, 1800, 300),
    resumeBelowCautionBpm: z.number().int().min(0).max(40).default(3),
    resumeAboveRestingBpm: z.number().int().min(0).max(40).default(8),
    resumeBelowLimitBpm: z.number().int().min(0).max(40).default(5),
    restOfferAfterS: seconds(30, 1800, 180),
    restOffers: z.number().int().min(1).max(10).default(2),
    coolDownS: seconds(125, 1800, 130),
    endConfirmationS: seconds(3, 60, 10),
  })
  .refine((rules) => rules.lateAfterS < rules.lostAfterS, {
    message: 'lateAfterS must be less than lostAfterS',
    path: ['lateAfterS'],
  });
