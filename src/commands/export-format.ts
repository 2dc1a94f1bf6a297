import { basename } from 'node:path';
import { carriedFrom } from '../exchange/carried-from.ts';
import { asCsvHolds } from '../exchange/csv/as-csv-holds.ts';
import { decodeCsv } from '../exchange/csv/decode-csv.ts';
import { encodeCsv } from '../exchange/csv/encode-csv.ts';
import { asFitHolds } from '../exchange/fit/as-fit-holds.ts';
import { decodeFit } from '../exchange/fit/decode-fit.ts';
import { encodeFit } from '../exchange/fit/encode-fit.ts';
import { sameData } from '../exchange/same-data.ts';
import { decodeSessionJson, encodeSessionJson } from '../exchange/session-json.ts';
import { asTcxHolds } from '../exchange/tcx/as-tcx-holds.ts';
import { decodeTcx } from '../exchange/tcx/decode-tcx.ts';
import { encodeTcx } from '../exchange/tcx/encode-tcx.ts';
import { encodeRrText } from '../exchange/text/decode-rr-text.ts';
import { parseRrText } from '../exchange/text/rr-text.ts';
import type { StoredSession } from '../journal/read-journal.ts';
import { DoorError } from './door-error.ts';
import { type ExportFormat, exportFormats } from './export-formats.ts';
import { version } from './version.ts';

export type Format = ExportFormat;

export const extensionOf: Record<Format, string> = {
  fit: 'fit',
  tcx: 'tcx',
  csv: 'csv',
  json: 'json',
  rr: 'rr.txt',
};

/** A session in a format, and whether bytes read back hold it as that format can. */
export type Encoded = {
  readonly bytes: Uint8Array;
  readonly isSame: (readBack: Uint8Array) => boolean;
};

type Session = Pick<StoredSession, 'header' | 'facts'>;

/** The format that a word, or else the end of a file's name, asks for; FIT where neither does. Throws a DoorError. */
export function formatFor(word: string | undefined, out: string | undefined): Format {
  const name = out?.toLowerCase();
  const asked =
    word?.toLowerCase() ??
    exportFormats.find((format) => `.${basename(name ?? '')}`.endsWith(`.${extensionOf[format]}`));
  const isGpx = asked === 'gpx' || (word === undefined && name?.endsWith('.gpx'));
  if (isGpx) {
    throw new DoorError(
      'GPX is a list of positions, and pulsepace measures none: they would have to be invented. Take fit or tcx.',
    );
  }
  if (asked === undefined) return 'fit';
  const format = exportFormats.find((each) => each === asked);
  if (format !== undefined) return format;
  throw new DoorError(
    `${JSON.stringify(word)} is no format; there are ${exportFormats.join(', ')}, and fit is the usual one.`,
  );
}

/** A session in one of the formats; undefined where it holds nothing that the format is made of. */
export function encodedAs(format: Format, session: Session): Encoded | undefined {
  return encoders[format](session);
}

const encoders: Record<Format, (session: Session) => Encoded | undefined> = {
  fit: fitOf,
  tcx: ({ header, facts }) => {
    const session = carriedFrom(header, facts);
    const bytes = Buffer.from(encodeTcx(session, `pulsepace ${version()}`));
    const held = asTcxHolds(session);
    return {
      bytes,
      isSame: (back) => sameData(decodeTcx(textOf(back)).session, held),
    };
  },
  csv: ({ header, facts }) => {
    const held = asCsvHolds(carriedFrom(header, facts));
    return {
      bytes: Buffer.from(encodeCsv(header, facts)),
      isSame: (back) => sameData(decodeCsv(textOf(back)).session, held),
    };
  },
  json: ({ header, facts }) => {
    const held = JSON.parse(JSON.stringify({ header, facts }));
    return {
      bytes: Buffer.from(encodeSessionJson(header, facts)),
      isSame: (back) => sameData(decodeSessionJson(textOf(back)), held),
    };
  },
  rr: ({ header, facts }) => {
    const beats = carriedFrom(header, facts).points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
    const held = beats.map((ms) => Math.round(ms * 1000) / 1000);
    const isSame = (back: Uint8Array): boolean => {
      const { rrIntervalsMs, badLines } = parseRrText(textOf(back));
      return badLines.length === 0 && sameData(rrIntervalsMs, held);
    };
    return beats.length === 0 ? undefined : { bytes: Buffer.from(encodeRrText(beats)), isSame };
  },
};

function fitOf({ header, facts }: Session): Encoded | undefined {
  const session = carriedFrom(header, facts);
  if (session.points.length === 0) return undefined;
  const bytes = encodeFit(session, hundredths(version()));
  const { isDemanding: _, ...held } = asFitHolds(session);
  const isSame = (back: Uint8Array): boolean => {
    const read = decodeFit(back);
    return read.damage.length === 0 && sameData(read.session, held);
  };
  return { bytes, isSame };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** FIT has a version as one number: 1.23.4 is 123. */
function hundredths(text: string): number {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return major * 100 + Math.min(99, minor);
}
