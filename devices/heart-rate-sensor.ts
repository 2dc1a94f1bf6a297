import type { Observable } from 'rxjs';
import type { HeartRateMeasurement } from './heart-rate-measurement.ts';

/** Where the connection stands; loss carries its reason and is not an error. */
export type Link =
  | { readonly status: 'searching' }
  | { readonly status: 'connecting'; readonly name: string }
  | {
      readonly status: 'connected';
      readonly name: string;
      readonly batteryPercent?: number;
      readonly bodyLocation?: string;
    }
  | { readonly status: 'lost'; readonly reason: string };

export type SensorSignal =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'measurement'; readonly measurement: HeartRateMeasurement }
  | { readonly type: 'malformed'; readonly bytes: Uint8Array };

/** Cold: subscribing connects, unsubscribing lets go. Completes when the source has no more; errors only where no retry can help. */
export type HeartRateSensor = Observable<SensorSignal>;
