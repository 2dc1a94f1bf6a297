import type { Link } from '../heart-rate-sensor.ts';

export type AdapterTrouble = 'off' | 'absent' | 'mute';

/** An attempt that came to nothing; the next one may succeed. */
export class LinkFailure extends Error {
  override readonly name = 'LinkFailure';
  readonly link: Link;
  /** Set where the adapter, not the strap, is the cause. */
  readonly adapter: AdapterTrouble | undefined;
  /** The radio's process cannot be trusted any more. */
  readonly freshDriver: boolean;

  constructor(
    reason: string,
    options: { freshDriver?: boolean; link?: Link; adapter?: AdapterTrouble } = {},
  ) {
    super(reason);
    this.link = options.link ?? { status: 'lost', reason };
    this.adapter = options.adapter;
    this.freshDriver = options.freshDriver ?? false;
  }
}
