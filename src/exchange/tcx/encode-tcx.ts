import type { Sport } from '../../session/sport.ts';
import type { CarriedPoint, DatedSession, Stretch } from '../carried-session.ts';
import { remarked } from '../disclaimer.ts';
import { originText } from '../origin-text.ts';
import { byteBpm, firstFrom, pulseOf } from '../pulse-of.ts';
import { timerMs } from '../timer-ms.ts';
import { pointsOutsidePauses } from './outside-pauses.ts';
import { type Tile, tilesOf } from './tiles.ts';

/** Ours, where Garmin's schema leaves room for others. */
const ownNamespace = 'urn:x-pulsepace:session';
const namespace = 'http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2';
const sports: Record<Sport, string> = {
  jog: 'Running',
  cycle: 'Biking',
  walk: 'Other',
  swim: 'Other',
};

/**
 * A session as TCX, in the order Garmin's schema asks for, without positions or RR. Each step is a lap; what lies
 * between is a lap of rest. A pause parts two tracks, and what was measured in it has no place. `app` is `pulsepace 0.1.0`.
 */
export function encodeTcx(whole: DatedSession, app: string): string {
  const session = { ...whole, points: pointsOutsidePauses(whole) };
  const activity = [
    `<Id>${timeAt(session, 0)}</Id>`,
    ...tilesOf(session).map((tile, index) => lapXml(session, tile, index)),
    `<Notes>${xmlText(remarked(session.title))}</Notes>`,
    creatorXml(session.sensor ?? app),
    ...(session.origin === undefined ? [] : [originXml(originText(session.origin))]),
  ];
  const sport = session.sport === undefined ? 'Other' : sports[session.sport];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TrainingCenterDatabase xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<Activities><Activity Sport="${sport}">`,
    ...activity,
    '</Activity></Activities>',
    '</TrainingCenterDatabase>',
    '',
  ].join('\n');
}

function lapXml(session: DatedSession, tile: Tile, index: number): string {
  const { startMs, endMs, lap } = tile;
  const { points, pauses } = session;
  const pulse = pulseOf(points, startMs, endMs);
  return [
    `<Lap StartTime="${timeAt(session, startMs)}">`,
    `<TotalTimeSeconds>${timerMs(tile, pauses) / 1000}</TotalTimeSeconds>`,
    '<DistanceMeters>0</DistanceMeters>',
    '<Calories>0</Calories>',
    bpmXml('AverageHeartRateBpm', pulse.average),
    bpmXml('MaximumHeartRateBpm', pulse.max),
    `<Intensity>${lap === undefined ? 'Resting' : 'Active'}</Intensity>`,
    '<TriggerMethod>Manual</TriggerMethod>',
    ...tracksOf(tile, pauses, index === 0).map((track) => trackXml(session, track)),
    ...(lap === undefined ? [] : [`<Notes>${xmlText(lap.name)}</Notes>`]),
    '</Lap>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const originXml = (text: string): string =>
  `<Extensions><PulsepaceSession xmlns="${ownNamespace}">${text}</PulsepaceSession></Extensions>`;

const bpmXml = (name: string, bpm: number | undefined): string =>
  bpm === undefined ? '' : `<${name}><Value>${bpm}</Value></${name}>`;

/** A stretch of measuring, whether it takes the points at its very start, and the bare moments it begins and ends with. */
type Track = Stretch & { readonly takesStart: boolean; readonly bare: readonly number[] };

/** A lap's time parted by its pauses; each of their ends is marked by a point without a pulse. */
function tracksOf(tile: Tile, pauses: readonly Stretch[], isFirst: boolean): Track[] {
  const within = pauses.filter(
    ({ startMs, endMs }) => endMs > tile.startMs && startMs < tile.endMs,
  );
  const tracks: Track[] = [];
  let fromMs = tile.startMs;
  let bare: number[] = [];
  for (const pause of within) {
    const stopMs = Math.max(tile.startMs, pause.startMs);
    const goMs = Math.min(tile.endMs, pause.endMs);
    tracks.push({
      startMs: fromMs,
      endMs: stopMs,
      takesStart: isFirst || tracks.length > 0,
      bare: [...bare, stopMs],
    });
    [fromMs, bare] = [goMs, [goMs]];
  }
  const takesStart = isFirst || tracks.length > 0;
  return [...tracks, { startMs: fromMs, endMs: tile.endMs, takesStart, bare }];
}

function trackXml(session: DatedSession, { startMs, endMs, takesStart, bare }: Track): string {
  const lines: { readonly atMs: number; readonly bpm?: number | undefined }[] = bare.map(
    (atMs) => ({
      atMs,
    }),
  );
  const { points } = session;
  for (let at = firstFrom(points, startMs); at < points.length; at += 1) {
    const point = points[at];
    if (point === undefined || point.atMs > endMs) break;
    if (point.atMs > startMs || takesStart) lines.push(pointOf(point));
  }
  if (lines.length === 0) return '';
  return [
    '<Track>',
    ...lines
      .sort((a, b) => a.atMs - b.atMs)
      .map(({ atMs, bpm }) => {
        const pulse = bpm === undefined ? '' : bpmXml('HeartRateBpm', bpm);
        return `<Trackpoint><Time>${timeAt(session, atMs)}</Time>${pulse}</Trackpoint>`;
      }),
    '</Track>',
  ].join('\n');
}

const pointOf = ({ atMs, bpm }: CarriedPoint) => ({ atMs, bpm: byteBpm(bpm) });

/** Garmin's schema wants a product of numbers; we have none, so they are 0. */
const creatorXml = (name: string): string =>
  [
    '<Creator xsi:type="Device_t">',
    `<Name>${xmlText(name)}</Name>`,
    '<UnitId>0</UnitId><ProductID>0</ProductID>',
    '<Version><VersionMajor>0</VersionMajor><VersionMinor>0</VersionMinor></Version>',
    '</Creator>',
  ].join('');

const timeAt = ({ startedAt }: DatedSession, atMs: number): string =>
  new Date(Date.parse(startedAt) + Math.round(atMs)).toISOString();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Lone surrogates and what XML forbids become a replacement character. */
const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
