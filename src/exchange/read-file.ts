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

function readText(bytes: Uint8Array): ForeignFile {
  if (!isUtf8(bytes)) throw new ExchangeError('it is neither FIT nor UTF-8 text', 2);
  const text = Buffer.from(bytes).toString('utf8');
  if (/^\uFEFF?\s*</.test(text)) return readXml(text);
  if (isOwnCsv(text)) return { ...decodeCsv(text), format: 'CSV' };
  if (isPolarHrm(text)) return { ...decodePolarHrm(text), format: 'Polar HRM' };
  const shape = appTextShape(text);
  if (shape !== undefined) return { ...decodeAppText(text, shape), format: shape.sensor };
  return { ...decodeRrText(text), format: 'RR text' };
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
