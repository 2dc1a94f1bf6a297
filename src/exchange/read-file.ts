import { isUtf8 } from 'node:buffer';
import type { ReadFile } from './carried-session.ts';
import { decodeCsv, isOwnCsv } from './csv/decode-csv.ts';
import { ExchangeError } from './exchange-error.ts';
import { decodeFit } from './fit/decode-fit.ts';
import { isFit } from './fit/fit-messages.ts';
import { decodeTcx } from './tcx/decode-tcx.ts';
import { appTextShape, decodeAppText } from './text/decode-app-text.ts';
import { decodePolarHrm, isPolarHrm } from './text/decode-polar-hrm.ts';
import { decodeRrText } from './text/decode-rr-text.ts';

export type ForeignFile = ReadFile & { readonly format: string };

const mostPoints = 1_000_000;

/**
 * A file of another program, or one that we wrote for others, told by what is in it and not by its name: FIT, TCX, our
 * CSV, HRV Logger, Polar, RR text. Throws an ExchangeError that says what is wrong with it.
 */
export function readForeign(bytes: Uint8Array): ForeignFile {
  if (bytes.length === 0) throw new ExchangeError('it is empty', 2);
  const file = isFit(bytes) ? { ...decodeFit(bytes), format: 'FIT' } : readText(bytes);
  if (file.session.points.length > mostPoints) {
    throw new ExchangeError(`it holds more than ${mostPoints} points, which no session has`, 2);
  }
  return file;
}

/** Formats of text that say what they are; what none of them recognises may be RR text. */
const textFormats: readonly {
  readonly recognises: (text: string) => boolean;
  readonly read: (text: string) => ForeignFile;
}[] = [
  { recognises: (text) => /^\uFEFF?\s*</.test(text), read: readXml },
  { recognises: isOwnCsv, read: (text) => ({ ...decodeCsv(text), format: 'CSV' }) },
  { recognises: isPolarHrm, read: (text) => ({ ...decodePolarHrm(text), format: 'Polar HRM' }) },
  { recognises: (text) => appTextShape(text) !== undefined, read: readAppText },
];

/** Whether `readForeign` takes it for anything but RR text, which has no mark of its own. */
export const isMarkedForeign = (bytes: Uint8Array): boolean =>
  isFit(bytes) || (isUtf8(bytes) && textFormatOf(textOf(bytes)) !== undefined);

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const textFormatOf = (text: string): (typeof textFormats)[number] | undefined =>
  textFormats.find(({ recognises }) => recognises(text));

function readText(bytes: Uint8Array): ForeignFile {
  if (!isUtf8(bytes)) throw new ExchangeError('it is neither FIT nor UTF-8 text', 2);
  const text = textOf(bytes);
  return textFormatOf(text)?.read(text) ?? { ...decodeRrText(text), format: 'RR text' };
}

function readAppText(text: string): ForeignFile {
  const shape = appTextShape(text);
  if (shape === undefined) throw new ExchangeError('it is in no format we read', 2);
  return { ...decodeAppText(text, shape), format: shape.sensor };
}

function readXml(text: string): ForeignFile {
  if (/<(?:\w+:)?gpx[\s>]/.test(text.slice(0, 2000))) {
    throw new ExchangeError('it is GPX, which is about positions; export FIT or TCX instead', 2);
  }
  if (!text.slice(0, 5000).includes('TrainingCenterDatabase')) {
    throw new ExchangeError('it is XML, but no TCX', 2);
  }
  return { ...decodeTcx(text), format: 'TCX' };
}
