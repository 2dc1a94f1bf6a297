import type {
  CarriedLap,
  CarriedPoint,
  CarriedSession,
  ReadFile,
  Stretch,
} from '../carried-session.ts';
import { cleanText } from '../clean-text.ts';
import { ExchangeError } from '../exchange-error.ts';
import { originIn } from '../origin-text.ts';
import { rowsOf, textOfCell } from './cells.ts';
import { columns, mark } from './columns.ts';
import { offsetIn } from './local-iso.ts';

/** Whether a text is a CSV of ours. */
export const isOwnCsv = (text: string): boolean =>
  text.replace(/^\uFEFF/, '').startsWith(columns.join(','));

/** A CSV of ours; rows that make no sense are left out and counted. Throws an ExchangeError where no row makes sense. */
export function decodeCsv(text: string): ReadFile {
  const read = new CsvGathered();
  let isHeader = true;
  for (const row of rowsOf(text)) {
    if (!isHeader) read.take(row);
    isHeader = false;
  }
  return read.file();
}

const longestMs = 15 * 86_400_000;

class CsvGathered {
  readonly #points: CarriedPoint[] = [];
  readonly #laps: CarriedLap[] = [];
  readonly #pauses: Stretch[] = [];
  readonly #openLaps = new Map<string, number>();
  #records = 0;
  #pausedMs: number | undefined;
  #startedAt: string | undefined;
  #offset: number | undefined;
  #title = '';
  #origin: CarriedSession['origin'];
  #lastMs = 0;
  #isEnded = false;
  #bad = 0;

  take(row: readonly string[]): void {
    const [time = '', elapsed = '', bpm = '', rr = '', trust = '', event = '', detail = ''] = row;
    const atMs = Math.round(numberIn(elapsed) * 1000);
    const unixMs = Date.parse(time);
    if (
      row.length !== columns.length ||
      !(atMs >= 0 && atMs <= longestMs) ||
      Number.isNaN(unixMs)
    ) {
      this.#bad += 1;
      return;
    }
    this.#startedAt ??= new Date(unixMs - atMs).toISOString();
    this.#offset ??= offsetIn(time);
    this.#lastMs = Math.max(this.#lastMs, atMs);
    if (event !== '') this.#event(event, atMs, cleanText(textOfCell(detail)));
    else this.#point(atMs, { bpm, rr, trust });
  }

  #point(atMs: number, { bpm, rr, trust }: { bpm: string; rr: string; trust: string }): void {
    const value = numberIn(bpm);
    const beats = rr === '' ? [] : rr.split(' ').map(numberIn);
    if (!(value >= 0 && value <= 999) || !beats.every((ms) => ms >= 0 && ms < 65_535)) {
      this.#bad += 1;
      return;
    }
    this.#records += 1;
    const isTrusted = trust === 'trusted';
    this.#points.push({
      atMs,
      ...(isTrusted && { bpm: value }),
      rrIntervalsMs: isTrusted ? beats.filter((ms) => ms >= 1) : [],
    });
  }

  #event(event: string, atMs: number, detail: string): void {
    switch (event) {
      case mark.sessionBegan:
        this.#title = detail;
        break;
      case mark.writtenFrom:
        this.#origin = originIn(detail);
        break;
      case mark.sessionEnded:
        this.#isEnded = true;
        break;
      case mark.lapBegan:
        this.#openLaps.set(detail, atMs);
        break;
      case mark.lapEnded:
        this.#endLap(detail, atMs);
        break;
      case mark.pauseBegan:
        this.#pausedMs = atMs;
        break;
      case mark.pauseEnded:
        this.#endPause(atMs);
        break;
    }
  }

  #endLap(name: string, endMs: number): void {
    const startMs = this.#openLaps.get(name);
    if (startMs === undefined) return;
    this.#openLaps.delete(name);
    this.#laps.push({ startMs, endMs, name });
  }

  #endPause(endMs: number): void {
    const startMs = this.#pausedMs;
    this.#pausedMs = undefined;
    if (startMs !== undefined && endMs > startMs) this.#pauses.push({ startMs, endMs });
  }

  file(): ReadFile {
    if (this.#startedAt === undefined) throw new ExchangeError('none of its rows makes sense');
    const damage = [
      ...(this.#bad > 0 ? [`${this.#bad} of its rows make no sense and were left out`] : []),
      ...(this.#isEnded ? [] : ['it is cut off: it has no end']),
    ];
    const session = {
      startedAt: this.#startedAt,
      ...(this.#offset !== undefined && { utcOffsetMinutes: this.#offset }),
      endMs: this.#lastMs,
      ...(this.#title !== '' && { title: this.#title }),
      ...(this.#origin !== undefined && { origin: this.#origin }),
      points: this.#points,
      laps: this.#laps,
      pauses: this.#pauses,
      warnings: [],
    };
    return { session, records: this.#records, damage };
  }
}

/** A plain decimal number; NaN for everything else. */
const numberIn = (text: string): number =>
  /^\d{1,10}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
