import { encodeHeartRateMeasurement } from '../../../devices/heart-rate-measurement.ts';
import type { VirtualStrap } from '../../virtual-strap/virtual-strap.ts';

/** The plainest measurement there is. */
export function pulse(bpm: number): Uint8Array {
  return encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [] });
}

/** Sends these one after the other; throws when one does not leave the strap. */
export function beats(strap: VirtualStrap, ...bpms: number[]): void {
  for (const bpm of bpms) {
    if (!strap.send(pulse(bpm))) throw new Error(`${strap.name} could not send ${bpm}`);
  }
}
