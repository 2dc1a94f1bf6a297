import type { XmlVisitor } from './visit-xml.ts';

type TcxPoint = { readonly unixMs: number; readonly bpm?: number };
export type TcxLap = {
  readonly startMs: number | undefined;
  readonly tracks: TcxPoint[][];
  totalMs: number;
  isRest: boolean;
  notes: string;
};

const longestMs = 15 * 86_400_000;

/** The first activity of a TCX file as its tags come by. */
export class TcxGathered implements XmlVisitor {
  readonly laps: TcxLap[] = [];
  sport = '';
  notes = '';
  creator = '';
  /** The session of ours that it was written from, as text. */
  origin = '';
  #path: string[] = [];
  #activities = 0;
  #time: number | undefined;
  #bpm: number | undefined;
  #timeless = 0;

  /** What was left out, in words. */
  problems(): string[] {
    return [
      ...(this.#timeless > 0 ? [`${this.#timeless} of its points have no time that can be`] : []),
      ...(this.#activities > 1
        ? [`only the first of its ${this.#activities} activities was read`]
        : []),
    ];
  }

  open = (name: string, attribute: (name: string) => string | undefined): void => {
    this.#path.push(name);
    if (name === 'Activity') {
      this.#activities += 1;
      if (this.#isFirst) this.sport = attribute('Sport') ?? '';
    }
    if (!this.#isFirst) return;
    if (name === 'Lap') {
      const startMs = this.#near(timeOf(attribute('StartTime') ?? ''));
      this.laps.push({ startMs, tracks: [], totalMs: 0, isRest: false, notes: '' });
    } else if (name === 'Track') this.laps.at(-1)?.tracks.push([]);
    else if (name === 'Trackpoint') [this.#time, this.#bpm] = [undefined, undefined];
  };

  close = (name: string, text: string): void => {
    this.#path.pop();
    if (!this.#isFirst) return;
    const parent = this.#path.at(-1);
    const lap = this.laps.at(-1);
    if (name === 'Trackpoint') this.#point(lap);
    else if (parent === 'Trackpoint' && name === 'Time') this.#time = timeOf(text);
    else if (parent === 'HeartRateBpm' && name === 'Value') this.#bpm = bpmOf(text);
    else if (parent === 'Lap' && lap !== undefined) this.#ofLap(lap, name, text);
    else if (parent === 'Activity' && name === 'Notes') this.notes = text;
    else if (parent === 'Creator' && name === 'Name') this.creator = text;
    else if (parent === 'Extensions' && name === 'PulsepaceSession') this.origin = text;
  };

  get #isFirst(): boolean {
    return this.#activities === 1;
  }

  #ofLap(lap: TcxLap, name: string, text: string): void {
    if (name === 'TotalTimeSeconds') {
      const seconds = Number(text);
      const isPlausible = seconds >= 0 && seconds * 1000 <= longestMs;
      lap.totalMs = isPlausible ? Math.round(seconds * 1000) : 0;
    } else if (name === 'Intensity') lap.isRest = text.trim() === 'Resting';
    else if (name === 'Notes') lap.notes = text;
  }

  /** A lap that begins days from the first one has no time that can be. */
  #near(startMs: number | undefined): number | undefined {
    const first = this.laps[0]?.startMs ?? startMs;
    if (startMs === undefined || first === undefined) return undefined;
    return Math.abs(startMs - first) <= longestMs ? startMs : undefined;
  }

  #point(lap: TcxLap | undefined): void {
    const first = this.laps[0]?.startMs ?? this.#time;
    const isPlausible =
      this.#time !== undefined && first !== undefined && Math.abs(this.#time - first) <= longestMs;
    if (!isPlausible || this.#time === undefined || lap === undefined) {
      this.#timeless += 1;
      return;
    }
    const track = lap.tracks.at(-1);
    track?.push({ unixMs: this.#time, ...(this.#bpm !== undefined && { bpm: this.#bpm }) });
  }
}

/** Schema times without a zone are UTC. */
function timeOf(text: string): number | undefined {
  const shape = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?\s*$/.exec(
    text,
  );
  if (shape === null) return undefined;
  const ms = Date.parse(`${shape[1]}${shape[2] ?? 'Z'}`);
  return Number.isNaN(ms) ? undefined : ms;
}

function bpmOf(text: string): number | undefined {
  const bpm = Number(text);
  return Number.isFinite(bpm) && bpm >= 1 && bpm <= 255 ? Math.round(bpm) : undefined;
}
