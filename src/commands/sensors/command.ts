import { deviceName } from '../../../devices/ble/device-name.ts';
import { HINT } from '../../../devices/ble/seek.ts';
import { asBluetoothDoor } from '../bluetooth-door.ts';
import { exitCode } from '../door-error.ts';
import type { Io } from '../io.ts';
import { isInteractive } from '../is-interactive.ts';
import { lookFor } from '../look-for.ts';
import { profileFor } from '../profile.ts';
import { visible, visibleLine } from '../visible.ts';
import { whereFor } from '../where-for.ts';
import { heardWithin, isCalled, named } from './heard.ts';
import { profileMemory } from './profile-memory.ts';
import { meant, type SensorMemory } from './remembered.ts';
import {
  forgetSensor,
  nameSensor,
  type Outcome,
  sensorsJson,
  sensorsText,
  takeDiscovered,
  takeRemembered,
} from './sensors.ts';
import { sightingOf, sightingText } from './sightings.ts';

export type SensorFlags = {
  readonly json?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};

const findMs = 30_000;

/** `sensors list`. Returns the exit code, as all of these do. */
export async function listSensors(io: Io, flags: SensorFlags): Promise<number> {
  const sensors = await memoryFor(io, flags).read();
  if (flags.json === true) io.stdout.write(sensorsJson(sensors));
  else if (sensors.length > 0) io.stdout.write(sensorsText(sensors));
  else io.stderr.write('No strap is remembered yet; pulsepace sensors scan finds one.\n');
  return exitCode.ok;
}

/** `sensors scan`: a live list on a terminal, which a key chooses from; elsewhere what was heard in `seconds`. */
export async function scanSensors(
  io: Io,
  { seconds = 10, ...flags }: SensorFlags & { readonly seconds?: number },
): Promise<number> {
  const memory = memoryFor(io, flags);
  const remembered = await memory.read();
  if (flags.json !== true && isInteractive(io)) {
    const { store } = await profileFor(io, flags);
    const look = lookFor(io, {}, store.read());
    const { pickStrap } = await import('./pick-strap.tsx');
    const picked = await pickStrap(io, look, remembered).catch(refused);
    if (picked === 'left') {
      io.stderr.write('No strap was taken. pulsepace sensors scan looks again.\n');
      return exitCode.ok;
    }
    if ('stoppedWith' in picked) return picked.stoppedWith;
    return told(io, flags, await takeDiscovered(memory, picked, new Date()));
  }
  const straps = await heardWithin(seconds * 1000).catch(refused);
  const sightings = straps.map((strap) => sightingOf(strap, remembered));
  if (flags.json === true) {
    io.stdout.write(
      `${visible(JSON.stringify({ schema: 'pulsepace/sightings/1', straps: sightings }, null, 2))}\n`,
    );
  } else io.stdout.write(sightings.map((each) => `${sightingText(each)}\n`).join(''));
  if (straps.length > 0) return exitCode.ok;
  io.stderr.write(`No strap was heard in ${seconds} s; ${HINT}.\n`);
  return exitCode.notFound;
}

/** `sensors use`: a remembered one by any of its names, else one in reach. */
export async function wearSensor(io: Io, word: string, flags: SensorFlags): Promise<number> {
  const memory = memoryFor(io, flags);
  if (meant(await memory.read(), word).length > 0) {
    return told(io, flags, await takeRemembered(memory, word));
  }
  io.stderr.write(`Looking for ${deviceName(word)}…\n`);
  const straps = await heardWithin(findMs, { settles: true, isMeant: isCalled(word) }).catch(
    refused,
  );
  return told(io, flags, await usedOf(memory, word, straps));
}

export async function renameSensor(
  io: Io,
  word: string,
  given: string,
  flags: SensorFlags,
): Promise<number> {
  return told(io, flags, await nameSensor(memoryFor(io, flags), word, given));
}

export async function dropSensor(io: Io, word: string, flags: SensorFlags): Promise<number> {
  return told(io, flags, await forgetSensor(memoryFor(io, flags), word));
}

async function usedOf(
  memory: SensorMemory,
  word: string,
  straps: Awaited<ReturnType<typeof heardWithin>>,
): Promise<Outcome> {
  const [only, ...others] = straps;
  if (only === undefined) {
    return { code: 3, sentence: `No strap called "${deviceName(word)}" was heard; ${HINT}.` };
  }
  if (others.length === 0) return takeDiscovered(memory, only, new Date());
  return {
    code: 2,
    sentence: `Several straps are called "${deviceName(word)}"; name one by its id: ${named(straps)}.`,
  };
}

async function told(
  io: Io,
  flags: SensorFlags,
  { code, sentence }: Outcome,
): Promise<Outcome['code']> {
  io.stderr.write(`${visibleLine(sentence)}\n`);
  if (flags.json === true && code === exitCode.ok) await listSensors(io, flags);
  return code;
}

const memoryFor = (io: Io, flags: SensorFlags): SensorMemory =>
  profileMemory(whereFor(io, flags), (notice) => void io.stderr.write(`${visibleLine(notice)}\n`));

function refused(error: unknown): never {
  throw asBluetoothDoor(error);
}
