/** The header of our CSV, units included. */
export const columns = [
  'time (ISO 8601)',
  'elapsed (s)',
  'heart rate (bpm)',
  'RR intervals (ms)',
  'trust',
  'event',
  'detail',
] as const;

/** What the event column says. */
export const mark = {
  sessionBegan: 'session began',
  sessionEnded: 'session ended',
  lapBegan: 'lap began',
  lapEnded: 'lap ended',
  pauseBegan: 'pause began',
  pauseEnded: 'pause ended',
  warningBegan: 'warning began',
  warningEnded: 'warning ended',
  /** Session, routine and kind of heart that it was written from. */
  writtenFrom: 'written from',
} as const;
