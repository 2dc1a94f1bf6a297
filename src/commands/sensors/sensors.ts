import { deviceName } from '../../../devices/ble/device-name.ts';
import type { Discovered } from '../../../devices/ble/seek.ts';
import { visible } from '../visible.ts';
import {
  forget,
  meant,
  nickname,
  type RememberedSensor,
  remember,
  type SensorMemory,
  use,
} from './remembered.ts';

/** What came of a command: a sentence for stderr and the exit code. */
export type Outcome = { readonly code: 0 | 2 | 3; readonly sentence: string };

const NONE = 'No sensor is remembered yet: pulsepace sensors scan';

export function sensorsJson(sensors: readonly RememberedSensor[]): string {
  return `${visible(JSON.stringify({ schema: 'pulsepace/sensors/1', sensors }, null, 2))}\n`;
}

/** One remembered sensor a line, the default marked. */
export function sensorsText(sensors: readonly RememberedSensor[]): string {
  return sensors
    .map(({ id, name, nickname: own, lastSeenAt, isDefault }) => {
      const seen = lastSeenAt ? `last seen ${lastSeenAt.slice(0, 10)}` : 'not seen yet';
      const names = own ? [own, name] : [name];
      const texts = [...names, id].map((text) => deviceName(text));
      return `${isDefault ? '*' : ' '} ${[...texts, seen].join('  ')}\n`;
    })
    .join('');
}

/** Remembers a strap off a scan and makes it the one to wear. */
export async function takeDiscovered(
  memory: SensorMemory,
  seen: Discovered,
  at: Date,
): Promise<Outcome> {
  await memory.change((sensors) => use(remember(sensors, seen, at), seen.id));
  return { code: 0, sentence: `${seen.name} is remembered and will be worn.` };
}

export function takeRemembered(memory: SensorMemory, word: string): Promise<Outcome> {
  return withOne(memory, word, use, ({ name }) => `${name} will be worn.`);
}

export function nameSensor(memory: SensorMemory, word: string, given: string): Promise<Outcome> {
  const own = given.trim() && deviceName(given);
  return withOne(
    memory,
    word,
    (sensors, id) => nickname(sensors, id, own),
    ({ name }) => (own ? `${name} is now called ${own}.` : `${name} has no nickname.`),
  );
}

export function forgetSensor(memory: SensorMemory, word: string): Promise<Outcome> {
  return withOne(memory, word, forget, ({ name }) => `${name} is forgotten.`);
}

async function withOne(
  memory: SensorMemory,
  word: string,
  edit: (sensors: readonly RememberedSensor[], id: string) => readonly RememberedSensor[],
  say: (sensor: RememberedSensor) => string,
): Promise<Outcome> {
  const sensors = await memory.read();
  const [sensor, ...others] = meant(sensors, word);
  if (!sensor) {
    const list = sensors.map(({ nickname: own, name }) => own ?? name).join(', ');
    const known = list ? `Remembered: ${list}.` : NONE;
    return { code: 3, sentence: `No sensor is called "${deviceName(word)}". ${known}` };
  }
  if (others.length > 0) {
    const ids = [sensor, ...others].map(({ id }) => id).join(', ');
    return { code: 2, sentence: `"${word}" means several sensors; name one by its id: ${ids}.` };
  }
  await memory.change((latest) => edit(latest, sensor.id));
  return { code: 0, sentence: say(sensor) };
}
