import { type Weekday, weekdays } from '../session/weekday.ts';

/** A moment where it was lived: days since 1970-01-01, and minutes into that day. */
export type LocalMoment = { readonly day: number; readonly minute: number };

const minutesADay = 1440;

/** A moment in UTC (ISO 8601) at the offset that held then, so that no change of clocks moves it to another day. */
export function localMoment(isoUtc: string, utcOffsetMinutes: number): LocalMoment {
  const minutes = Math.floor(epochMs(isoUtc) / 60_000) + utcOffsetMinutes;
  const day = Math.floor(minutes / minutesADay);
  return { day, minute: minutes - day * minutesADay };
}

/** Milliseconds since 1970 of an ISO 8601 moment in UTC. */
export function epochMs(isoUtc: string): number {
  const [date = '', time = ''] = isoUtc.split('T');
  const [hours = 0, minutes = 0, seconds = 0] = time.replace('Z', '').split(':').map(Number);
  return dayOf(date) * 86_400_000 + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** Days since 1970-01-01 of a date, `2026-11-22`; the proleptic Gregorian calendar, years counted from March. */
export function dayOf(date: string): number {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The date of a day, `2026-11-22`. */
export function dateOf(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

const sinceMonday = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const weekdayOf = (day: number): Weekday => weekdays[sinceMonday(day)] ?? 'mon';

/** The Monday of a day's week. */
export const mondayOf = (day: number): number => day - sinceMonday(day);
