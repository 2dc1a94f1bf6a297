/** A moment, and how far the clock it was read from was from UTC. */
export type Moment = { readonly unixMs: number; readonly utcOffsetMinutes: number };

const shape =
  /(\d{4})-(\d\d)-(\d\d)[ T_](\d\d)[-:.h]?(\d\d)[-:.m]?(\d\d)?(?:[.,](\d{1,6}))?\s*(Z|[+-]\d\d:?\d\d)?/;

/** The first time in a text; without a zone it is the clock of this computer. Undefined where there is none. */
export function momentIn(text: string): Moment | undefined {
  const found = shape.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = found;
  const fields = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = fields;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  if (mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo) || h > 23 || mi > 59 || s > 60)
    return undefined;
  if (zone === undefined) {
    const local = new Date(y, mo - 1, d, h, mi, s, ms);
    return { unixMs: local.getTime(), utcOffsetMinutes: 0 - local.getTimezoneOffset() };
  }
  const utcOffsetMinutes = offsetOf(zone);
  const unixMs = Date.UTC(y, mo - 1, d, h, mi, s, ms) - utcOffsetMinutes * 60_000;
  return { unixMs, utcOffsetMinutes };
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
