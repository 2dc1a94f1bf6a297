import type { SessionState } from '../session/state.ts';
import { plainText } from './plain-text.ts';
import { lowBatteryText } from './session-words.ts';

/** What the sensor has to tell; a lasting notice gives way where there is little room. */
export type SensorNotice = { readonly text: string; readonly isLasting: boolean };

const newForMs = 60_000;

/** What was just said, else that the battery is low. */
export function sensorNotice(
  { lowBattery }: SessionState,
  atMs: number,
  said: string | undefined,
): SensorNotice | undefined {
  if (said !== undefined) return { text: plainText(said, 100), isLasting: false };
  if (lowBattery === undefined) return undefined;
  const text = lowBatteryText(lowBattery.percent);
  return { text, isLasting: atMs - lowBattery.atMs > newForMs };
}
