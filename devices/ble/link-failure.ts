import type { Link } from '../heart-rate-sensor.ts';

/** An attempt that came to nothing; the next one may succeed. */
export class LinkFailure extends Error {
  override readonly name = 'LinkFailure';
  readonly link: Link;
  /** The radio's process cannot be trusted any more. */
  readonly freshDriver: boolean;

  constructor(reason: string, options: { freshDriver?: boolean; link?: Link } = {}) {
    super(reason);
    this.link = options.link ?? { status: 'lost', reason };
    this.freshDriver = options.freshDriver ?? false;
  }
}
