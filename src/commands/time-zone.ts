import { readlinkSync } from 'node:fs';

const ofPlace =
  /\/zoneinfo\/((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Za-z_-]{1,30}){1,2})$/;
const ofUtc = /\/zoneinfo\/(?:Etc\/)?UTC$/;

/**
 * The IANA name of the zone this machine is in: of the place its link to the zone's rules names, where `TZ` does not say
 * otherwise. Whatever else there is, Intl knows; but to begin with it takes as long as to draw a screen.
 */
export function timeZoneHere(link = '/etc/localtime', tz = process.env.TZ): string {
  const target = tz ? '' : targetOf(link);
  const place = ofPlace.exec(target)?.[1];
  if (place !== undefined) return place;
  return ofUtc.test(target) ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
