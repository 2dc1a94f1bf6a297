/** What can be asked to go wrong; each name says what is seen on the wire. */
export const FAULT_KINDS = [
  'dropout',
  'freeze',
  'zeros',
  'spikes',
  'contact-lost',
  'no-rr',
  'many-rr',
  'absurd-rr',
  'wide',
  'energy',
  'battery',
  'garbled',
  'clock-jump',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault in force during [fromMs, untilMs), in ms since the subscription; `untilMs` may be Infinity. */
export type Fault = {
  readonly kind: FaultKind;
  readonly fromMs: number;
  readonly untilMs: number;
};

/** Whether a fault of this kind is in force at that time. */
export function isInForce(faults: readonly Fault[], kind: FaultKind, atMs: number): boolean {
  return faults.some(
    (fault) => fault.kind === kind && fault.fromMs <= atMs && atMs < fault.untilMs,
  );
}
