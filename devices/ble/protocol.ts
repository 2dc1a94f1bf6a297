import * as z from 'zod/mini';

const request = z.int().check(z.positive());
const uuid = z.string().check(z.regex(/^[0-9a-f]{4,32}$/));
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the radio's process is asked; each request is answered by one `done` or `failed`, or never. */
export const toDriver = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scan'), request }),
  z.object({ type: z.literal('connect'), request, id: z.string() }),
  z.object({ type: z.literal('discover'), request, service: uuid }),
  z.object({ type: z.literal('subscribe'), request, characteristic: uuid }),
  z.object({ type: z.literal('read'), request, characteristic: uuid }),
  z.object({ type: z.literal('write'), request, characteristic: uuid, bytes }),
  z.object({ type: z.literal('end') }),
]);

/** What the radio's process tells: facts of the radio and nothing else. */
export const fromDriver = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unavailable'), code: z.string(), message: z.string() }),
  z.object({
    type: z.literal('state'),
    state: z.enum([
      'unknown',
      'resetting',
      'unsupported',
      'unauthorized',
      'poweredOff',
      'poweredOn',
    ]),
  }),
  z.object({ type: z.literal('warning'), message: z.string() }),
  z.object({
    type: z.literal('discover'),
    id: z.string(),
    name: z.optional(z.string()),
    rssi: z.int(),
  }),
  z.object({ type: z.literal('disconnected'), id: z.string(), code: z.optional(z.int()) }),
  z.object({ type: z.literal('value'), characteristic: uuid, bytes }),
  z.object({
    type: z.literal('done'),
    request,
    characteristics: z.optional(z.array(uuid)),
    bytes: z.optional(bytes),
  }),
  z.object({ type: z.literal('failed'), request, reason: z.string() }),
]);

export type ToDriver = z.infer<typeof toDriver>;
export type FromDriver = z.infer<typeof fromDriver>;
export type AdapterState = Extract<FromDriver, { type: 'state' }>['state'];
export type Done = Extract<FromDriver, { type: 'done' }>;

type WithoutRequest<Message> = Message extends { request: number }
  ? Omit<Message, 'request'>
  : never;
/** A request before it has its number. */
export type Ask = WithoutRequest<ToDriver>;
