import { describe, expect, test } from 'vitest';
import { rulesSchema } from '../../src/session/rules.ts';

describe('the numbers the rules judge by', () => {
  test('are those of the session rules where nothing else is said', () => {
    expect(rulesSchema.parse({})).toMatchObject({
      lateAfterS: 3,
      lostAfterS: 6,
      holdLimitS: 300,
      returnMeasurements: 3,
      returnCountdownS: 3,
      clearBelowBpm: 5,
      clearAfterS: 10,
      cautionRepeatS: 30,
      overRepeatS: 10,
      acknowledgedSilenceS: 60,
      meanOverS: 10,
      postureChangeS: 15,
      easedCadence: 0.6,
      cautionRestAfterS: 20,
      cautionRestS: 20,
      overStopAfterS: 5,
      lightenedDose: 0.8,
      overStopsToDrop: 2,
      briefStopsToDrop: 3,
      overStoppedExercisesToEnd: 3,
      approachWithinS: 20,
      jumpBpm: 30,
      jumpWithinS: 1.5,
      frozenBpmS: 60,
      frozenPacketS: 20,
      distrustAfterS: 3,
      baselineS: 60,
      restingOverS: 30,
      raisedFromBpm: 85,
      raisedBelowCautionBpm: 10,
      standingAskS: 60,
      paceMost: 1.3,
      recoveryLimitS: 300,
      resumeBelowCautionBpm: 3,
      resumeAboveRestingBpm: 8,
      resumeBelowLimitBpm: 5,
      restOfferAfterS: 180,
      restOffers: 2,
    });
  });

  test.each([
    ['easedCadence', 1.01],
    ['easedCadence', 0.1],
    ['lightenedDose', 1.01],
    ['clearBelowBpm', 0],
    ['clearAfterS', 0],
    ['overRepeatS', 121],
    ['acknowledgedSilenceS', 301],
    ['returnMeasurements', 2.5],
    ['coolDownS', 124],
    ['lostAfterS', 31],
    ['holdLimitS', Number.POSITIVE_INFINITY],
    ['cautionRepeatS', Number.NaN],
  ])('%s of %s is out of bounds', (name, value) => {
    expect(rulesSchema.safeParse({ [name]: value }).success).toBe(false);
  });

  test('a signal is late before it is lost', () => {
    expect(rulesSchema.safeParse({ lateAfterS: 6, lostAfterS: 6 }).success).toBe(false);
    expect(rulesSchema.safeParse({ lateAfterS: 5, lostAfterS: 6 }).success).toBe(true);
  });
});
