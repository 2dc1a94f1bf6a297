import * as z from 'zod';

const request = z.int().positive();
const uuid = z.string().regex(/^[0-9a-f]{4,32}$/);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * What the radio's process is asked; each request is answered by one `done` or `failed`, or never. A type and no schema:
 * only its parent can ask, and loading zod there would cost each restart half of its time.
 */
export type ToDriver =
  | { readonly type: 'scan'; readonly request: number }
  | { readonly type: 'connect'; readonly request: number; readonly id: string }
  | { readonly type: 'discover'; readonly request: number; readonly service: string }
  | { readonly type: 'subscribe'; readonly request: number; readonly characteristic: string }
  | { readonly type: 'read'; readonly request: number; readonly characteristic: string }
  | {
      readonly type: 'write';
      readonly request: number;
      readonly characteristic: string;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'end' };

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
    name: z.string().optional(),
    rssi: z.int(),
  }),
  z.object({ type: z.literal('disconnected'), id: z.string(), code: z.int().optional() }),
  z.object({ type: z.literal('value'), characteristic: uuid, bytes }),
  z.object({
    type: z.literal('done'),
    request,
    characteristics: z.array(uuid).optional(),
    bytes: bytes.optional(),
  }),
  z.object({ type: z.literal('failed'), request, reason: z.string() }),
]);

export type FromDriver = z.infer<typeof fromDriver>;
export type AdapterState = Extract<FromDriver, { type: 'state' }>['state'];
export type Done = Extract<FromDriver, { type: 'done' }>;

type WithoutRequest<Message> = Message extends { request: number }
  ? Omit<Message, 'request'>
  : never;
/** A request before it has its number. */
export type Ask = WithoutRequest<ToDriver>;
