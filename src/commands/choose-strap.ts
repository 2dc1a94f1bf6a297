import { bluetoothIsOn } from '../../devices/ble/bluetooth-is-on.ts';
import { deviceName } from '../../devices/ble/device-name.ts';
import { type Discovered, HINT } from '../../devices/ble/seek.ts';
import type { Look } from '../ui/look.ts';
import { asBluetoothDoor } from './bluetooth-door.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { heardWithin, isCalled, named } from './sensors/heard.ts';
import {
  meant,
  type RememberedSensor,
  remember,
  type SensorMemory,
  sensorToWear,
  use,
} from './sensors/remembered.ts';

export type StrapWish = {
  readonly io: Io;
  /** How the list of straps is drawn. */
  readonly look: Look;
  /** A name, nickname or id; `any` for the only one in reach; undefined for the remembered one. */
  readonly word: string | undefined;
  readonly memory: SensorMemory;
  /** Whether the terminal may be used to ask. */
  readonly mayAsk: boolean;
  /** Whether a choice is kept. */
  readonly keeps: boolean;
};

export type WornStrap = { readonly id: string; readonly name: string };

const findMs = 30_000;

/**
 * The strap of a session, said on stderr. A remembered one is taken; any other only after a yes, or where its name or
 * `any` was given. Throws a DoorError where there is none, several, or no Bluetooth.
 */
export async function chooseStrap(wish: StrapWish): Promise<WornStrap> {
  try {
    return await chosen(wish);
  } catch (error) {
    throw asBluetoothDoor(error);
  }
}

async function chosen(wish: StrapWish): Promise<WornStrap> {
  const { io, word, memory } = wish;
  const remembered = await memory.read();
  const isAny = word === 'any';
  const known = isAny ? undefined : sensorToWear(remembered, word);
  if (known !== undefined) return rememberedStrap(io, known);
  if (word !== undefined && !isAny && meant(remembered, word).length > 1) {
    throw several(meant(remembered, word), 'remembered');
  }
  const mayAsk = wish.mayAsk && isInteractive(io);
  if (word === undefined && mayAsk) return kept(wish, await picked(wish, remembered));
  const strap = await sought(wish, remembered, mayAsk);
  io.stderr.write(`Using ${strap.name} (${strap.id}).\n`);
  return isAny ? strap : kept(wish, strap);
}

async function rememberedStrap(io: Io, known: RememberedSensor): Promise<WornStrap> {
  await bluetoothIsOn();
  const own = known.nickname === undefined ? '' : `${deviceName(known.nickname)}, `;
  const name = deviceName(known.name);
  io.stderr.write(`Using ${own}${name} (${deviceName(known.id)}), remembered.\n`);
  return { id: known.id, name };
}

async function sought(
  wish: StrapWish,
  remembered: readonly RememberedSensor[],
  mayAsk: boolean,
): Promise<Discovered> {
  const { io, word } = wish;
  const isNamed = word !== undefined && word !== 'any';
  const what = isNamed ? `a strap called "${deviceName(word)}"` : 'a strap';
  io.stderr.write(`Looking for ${what}…\n`);
  const straps = await heardWithin(findMs, {
    settles: true,
    ...(isNamed && { isMeant: isCalled(word) }),
  });
  const [only, ...others] = straps;
  if (only === undefined) throw nothing(what);
  if (others.length > 0) {
    if (mayAsk) return picked(wish, remembered);
    throw several(straps, 'in reach');
  }
  if (word === undefined) throw unasked(only);
  return only;
}

async function picked(
  { io, look }: StrapWish,
  remembered: readonly RememberedSensor[],
): Promise<Discovered> {
  const { pickStrap } = await import('./sensors/pick-strap.tsx');
  const strap = await pickStrap(io, look, remembered);
  if (strap === 'left') throw new DoorError('No strap was taken; nothing began.', exitCode.ok);
  if ('stoppedWith' in strap) {
    throw new DoorError('Interrupted; nothing began.', strap.stoppedWith);
  }
  return strap;
}

async function kept({ memory, keeps }: StrapWish, strap: Discovered): Promise<WornStrap> {
  if (keeps) await memory.change((all) => use(remember(all, strap, new Date()), strap.id));
  return strap;
}

const nothing = (what: string): DoorError =>
  new DoorError(
    `Nothing was heard of ${what} in ${findMs / 1000} s: ${HINT}.\nTo try the program without one: --sensor simulator.`,
    exitCode.notFound,
  );

const several = (straps: readonly WornStrap[], where: string): DoorError =>
  new DoorError(
    `Several straps are ${where}: ${named(straps)}. Name yours: --sensor ID, or pulsepace sensors use ID.`,
  );

const unasked = ({ id, name }: Discovered): DoorError =>
  new DoorError(
    `One strap is in reach: ${name} (${id}). If it is yours: --sensor any, or once for all: pulsepace sensors use ${id}.`,
  );
