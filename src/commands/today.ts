import { dateOf, type LocalMoment, localMoment } from '../review/local-day.ts';

/** Now, where the machine is: its local day and minute, and the date of it. */
export function localNow(now = new Date()): LocalMoment & { readonly date: string } {
  const moment = localMoment(now.toISOString(), 0 - now.getTimezoneOffset());
  return { ...moment, date: dateOf(moment.day) };
}
