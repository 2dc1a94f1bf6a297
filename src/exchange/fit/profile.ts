/** Numbers of the public FIT profile, by its own names; only those that are written or read here. */
export const message = {
  fileId: 0,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  workout: 26,
  workoutStep: 27,
  activity: 34,
  hrv: 78,
  fieldDescription: 206,
  developerDataId: 207,
} as const;

export const timestamp = 253;
export const messageIndex = 254;

export const field = {
  fileId: { type: 0, manufacturer: 1, product: 2, serialNumber: 3, timeCreated: 4, productName: 8 },
  session: {
    event: 0,
    eventType: 1,
    startTime: 2,
    sport: 5,
    subSport: 6,
    elapsed: 7,
    timer: 8,
    averageHeartRate: 16,
    maxHeartRate: 17,
    firstLap: 25,
    laps: 26,
    trigger: 28,
    rpe: 193,
  },
  lap: {
    event: 0,
    eventType: 1,
    startTime: 2,
    elapsed: 7,
    timer: 8,
    averageHeartRate: 15,
    maxHeartRate: 16,
    intensity: 23,
    trigger: 24,
    sport: 25,
    subSport: 39,
    workoutStep: 71,
  },
  record: { heartRate: 3 },
  event: { event: 0, eventType: 1, data: 3, group: 4 },
  deviceInfo: {
    index: 0,
    deviceType: 1,
    manufacturer: 2,
    product: 4,
    softwareVersion: 5,
    sourceType: 25,
    productName: 27,
  },
  workout: { sport: 4, steps: 6, name: 8 },
  workoutStep: { name: 0, durationType: 1, targetType: 3, intensity: 7 },
  activity: { timer: 0, sessions: 1, type: 2, event: 3, eventType: 4, localTimestamp: 5 },
  hrv: { time: 0 },
  developerDataId: { applicationId: 1, index: 3 },
  fieldDescription: { developerIndex: 0, number: 1, baseType: 2, name: 3 },
} as const;

/** Base types: how a field's bytes are read, and what in them means "none". */
export const base = {
  enum: 0x00,
  byte: 0x0d,
  uint8: 0x02,
  text: 0x07,
  uint16: 0x84,
  uint32: 0x86,
  uint32z: 0x8c,
} as const;

export const event = { timer: 0, session: 8, lap: 9, hrHighAlert: 13, activity: 26 } as const;
export const eventType = { start: 0, stop: 1, marker: 3, stopAll: 4 } as const;
export const intensity = { active: 0, rest: 1, warmup: 2, cooldown: 3, recovery: 4 } as const;
/** Which file it is, who made it (255 is "development", for whom Garmin gave no number). */
export const fileKind = { activity: 4, development: 255 } as const;

/** FIT counts seconds from 1989-12-31T00:00:00Z. */
export const epochSeconds = 631_065_600;

/** Sixteen bytes that mark the developer fields of ours. */
export const applicationId = Uint8Array.from(Buffer.from('pulsepace:fit:01', 'latin1'));
export const ownField = { sessionId: 0, routineId: 1, outcome: 2, source: 3 } as const;
