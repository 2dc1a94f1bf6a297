import type { Observable } from 'rxjs';
import type { HeartRateMeasurement } from './heart-rate-measurement.ts';

/** Where the connection stands; loss carries its reason and is not an error. */
export type Link =
  | {
      readonly status: 'searching';
      /** What to try, once the search has lasted. */
      readonly hint?: string;
    }
  | { readonly status: 'connecting'; readonly name: string }
  | {
      readonly status: 'connected';
      readonly name: string;
      readonly batteryPercent?: number;
      readonly bodyLocation?: string;
      readonly device?: DeviceInformation;
    }
  | { readonly status: 'lost'; readonly reason: string };

/** What a sensor says of itself (0x180A); each part is absent when it does not say. */
export type DeviceInformation = {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly firmware?: string;
};

export type SensorSignal =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'measurement'; readonly measurement: HeartRateMeasurement }
  | { readonly type: 'malformed'; readonly bytes: Uint8Array };

/** Cold: subscribing connects, unsubscribing lets go. Completes when the source has no more; errors only where no retry can help. */
export type HeartRateSensor = Observable<SensorSignal>;
