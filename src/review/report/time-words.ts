import type { Weekday } from '../../session/weekday.ts';
import { offsetText } from '../clock-time.ts';
import { dateOf, localMoment, weekdayOf } from '../local-day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `24 November 2026` of a day since 1970-01-01. */
export function dateText(day: number): string {
  const [year = '', month = '', dayOfMonth = ''] = dateOf(day).split('-');
  return `${Number(dayOfMonth)} ${months[Number(month) - 1]} ${year}`;
}

/** `24 Nov` of a day since 1970-01-01, `24 Nov 2026` with its year. */
export function shortDateText(day: number, withYear = false): string {
  const [year = '', month = '', dayOfMonth = ''] = dateOf(day).split('-');
  const date = `${Number(dayOfMonth)} ${months[Number(month) - 1]?.slice(0, 3)}`;
  return withYear ? `${date} ${year}` : date;
}

export const minuteText = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** `UTC+01:00`, with the sign of print. */
export const utcOffsetText = (minutes: number): string =>
  `UTC${offsetText(minutes).replace('-', '−')}`;

/** `Tuesday 24 November 2026, 09:55`, where it was lived. */
export function momentText(startedAt: string, utcOffsetMinutes: number): string {
  const { day, minute } = localMoment(startedAt, utcOffsetMinutes);
  return `${weekdayNames[weekdayOf(day)]} ${dateText(day)}, ${minuteText(minute)}`;
}
