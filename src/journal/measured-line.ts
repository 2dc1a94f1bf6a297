import type { Distrust, FactOf } from '../session/facts.ts';

const codesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const opening = codesOf('{"type":"measured","atMs":');
const bpmKey = codesOf(',"bpm":');
const rrKey = codesOf(',"rrIntervalsMs":[');
const contactKey = codesOf(',"skinContact":');
const [yes, no] = [codesOf('true'), codesOf('false')];
const energyKey = codesOf(',"energyKj":');
const distrustKey = codesOf(',"distrust":');
const distrusts: readonly (readonly [Distrust, Uint8Array])[] = (
  ['no-contact', 'implausible', 'frozen'] as const
).map((distrust) => [distrust, codesOf(`"${distrust}"`)]);

const [NEWLINE, COMMA, POINT, ZERO, NINE, CLOSING, END] = [
  0x0a, 0x2c, 0x2e, 0x30, 0x39, 0x5d, 0x7d,
];
/** So many digits are exact as an integer, and so is the power of ten they are divided by. */
const mostDigits = 15;
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);

type Measured = { -readonly [K in keyof FactOf<'measured'>]: FactOf<'measured'>[K] };

/**
 * Measurements in the very spelling `lineOf` gives them, read from a journal's bytes without a string; every other line
 * goes the long way. Of one mind with JSON.parse wherever it answers.
 */
export class MeasuredLines {
  #bytes: Uint8Array = Buffer.alloc(0);
  /** Where reading stands; -1 once the line is in another spelling. */
  #at = -1;

  /** Behind the newline of the line last read. */
  get end(): number {
    return this.#at;
  }

  /** The measurement in the line that begins at `from`; undefined where it is none, or not closed by a newline. */
  read(bytes: Uint8Array, from: number): FactOf<'measured'> | undefined {
    this.#bytes = bytes;
    this.#at = from;
    if (!this.#skips(opening)) return undefined;
    const atMs = this.#number();
    this.#must(bpmKey);
    const bpm = this.#number();
    this.#must(rrKey);
    const rrIntervalsMs = this.#numbers();
    const fact: Measured = { type: 'measured', atMs, bpm, rrIntervalsMs };
    if (this.#at >= 0 && bytes[this.#at] !== END) this.#takeRest(fact);
    const at = this.#at;
    if (at < 0 || bytes[at] !== END || bytes[at + 1] !== NEWLINE) return undefined;
    this.#at = at + 2;
    return fact;
  }

  #takeRest(fact: Measured): void {
    if (this.#skips(contactKey)) {
      fact.skinContact = this.#skips(yes);
      if (!fact.skinContact) this.#must(no);
    }
    if (this.#skips(energyKey)) fact.energyKj = this.#number();
    if (this.#skips(distrustKey)) {
      const found = distrusts.find(([, spelling]) => this.#skips(spelling));
      if (found === undefined) this.#at = -1;
      else fact.distrust = found[0];
    }
  }

  #skips(text: Uint8Array): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    if (at < 0) return false;
    for (let index = 0; index < text.length; index += 1) {
      if (bytes[at + index] !== text[index]) return false;
    }
    this.#at = at + text.length;
    return true;
  }

  #must(text: Uint8Array): void {
    if (!this.#skips(text)) this.#at = -1;
  }

  /** The numbers up to the closing bracket, which is taken too. */
  #numbers(): number[] {
    if (this.#at < 0) return [];
    if (this.#bytes[this.#at] === CLOSING) {
      this.#at += 1;
      return [];
    }
    const found = [this.#number()];
    while (this.#at >= 0 && this.#bytes[this.#at] === COMMA) {
      this.#at += 1;
      found.push(this.#number());
    }
    if (this.#at >= 0) this.#at = this.#bytes[this.#at] === CLOSING ? this.#at + 1 : -1;
    return found;
  }

  /** A number of plain digits, with a fraction or without. */
  #number(): number {
    const from = this.#at;
    if (from < 0) return 0;
    const bytes = this.#bytes;
    const whole = this.#digits(0);
    const places = this.#at - from;
    if (places === 0 || places > mostDigits || (places > 1 && bytes[from] === ZERO)) {
      this.#at = -1;
      return 0;
    }
    if (bytes[this.#at] !== POINT) return whole;
    this.#at += 1;
    const point = this.#at;
    const all = this.#digits(whole);
    const decimals = this.#at - point;
    if (decimals === 0 || places + decimals > mostDigits) {
      this.#at = -1;
      return 0;
    }
    return all / (powersOfTen[decimals] ?? Number.NaN);
  }

  #digits(before: number): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let value = before;
    for (;;) {
      const code = bytes[at];
      if (code === undefined || code < ZERO || code > NINE) break;
      value = value * 10 + code - ZERO;
      at += 1;
    }
    this.#at = at;
    return value;
  }
}
