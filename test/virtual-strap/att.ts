/** A small ATT server (Core 5.4, Vol 3 Part F): one table of attributes, one answer a request. */
export type Attribute = {
  readonly handle: number;
  readonly type: number;
  value: Buffer;
  /** Handle of the last attribute of the group, for a service declaration. */
  groupEnd?: number;
  /** The ATT error a read or a write of this attribute is answered with. */
  error?: number;
  onWrite?: (value: Buffer) => void;
};

export const PRIMARY_SERVICE = 0x2800;
const NOT_FOUND = 0x0a;
const NOT_SUPPORTED = 0x06;
const INVALID_HANDLE = 0x01;
const MTU = 23;

type Answer = { readonly error: number; readonly handle: number } | Buffer;

export function answerAtt(table: readonly Attribute[], request: Buffer): Buffer | undefined {
  const opcode = request.readUInt8(0);
  if (opcode === 0x52) {
    write(table, request);
    return undefined;
  }
  const answer = respond(table, opcode, request);
  if (Buffer.isBuffer(answer)) return answer;
  const refusal = Buffer.from([0x01, opcode, 0, 0, answer.error]);
  refusal.writeUInt16LE(answer.handle, 2);
  return refusal;
}

function respond(table: readonly Attribute[], opcode: number, request: Buffer): Answer {
  switch (opcode) {
    case 0x02:
      return Buffer.from([0x03, MTU, 0]);
    case 0x04:
      return findInformation(table, request);
    case 0x08:
      return readByType(table, request);
    case 0x0a:
      return read(table, request.readUInt16LE(1), 0, 0x0b);
    case 0x0c:
      return read(table, request.readUInt16LE(1), request.readUInt16LE(3), 0x0d);
    case 0x10:
      return readByGroup(table, request);
    case 0x12:
      return write(table, request);
    default:
      return { error: NOT_SUPPORTED, handle: 0 };
  }
}

function within(table: readonly Attribute[], request: Buffer): Attribute[] {
  const [start, end] = [request.readUInt16LE(1), request.readUInt16LE(3)];
  return table.filter(({ handle }) => handle >= start && handle <= end);
}

/** Entries of one length, as many as a packet holds: what the three list responses share. */
function list(head: number[], entries: Buffer[]): Buffer {
  const [first] = entries;
  const same = entries.filter((entry) => entry.length === first?.length);
  const room = Math.floor((MTU - head.length) / (first?.length ?? 1));
  return Buffer.concat([Buffer.from(head), ...same.slice(0, room)]);
}

function handleBytes(...values: number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value & 0xff, value >> 8]));
}

function findInformation(table: readonly Attribute[], request: Buffer): Answer {
  const found = within(table, request).map(({ handle, type }) => handleBytes(handle, type));
  if (found.length === 0) return { error: NOT_FOUND, handle: request.readUInt16LE(1) };
  return list([0x05, 0x01], found);
}

function readByType(table: readonly Attribute[], request: Buffer): Answer {
  const type = request.readUInt16LE(5);
  const found = within(table, request).filter((attribute) => attribute.type === type);
  const [first] = found;
  if (!first) return { error: NOT_FOUND, handle: request.readUInt16LE(1) };
  if (first.error) return { error: first.error, handle: first.handle };
  const entries = found.map(({ handle, value }) => Buffer.concat([handleBytes(handle), value]));
  return list([0x09, 2 + first.value.length], entries);
}

function readByGroup(table: readonly Attribute[], request: Buffer): Answer {
  const found = within(table, request).filter(({ type }) => type === PRIMARY_SERVICE);
  if (found.length === 0) return { error: NOT_FOUND, handle: request.readUInt16LE(1) };
  const entries = found.map(({ handle, groupEnd, value }) =>
    Buffer.concat([handleBytes(handle, groupEnd ?? handle), value]),
  );
  return list([0x11, entries[0]?.length ?? 6], entries);
}

function read(table: readonly Attribute[], handle: number, offset: number, code: number): Answer {
  const attribute = table.find((candidate) => candidate.handle === handle);
  if (!attribute) return { error: INVALID_HANDLE, handle };
  if (attribute.error) return { error: attribute.error, handle };
  const part = attribute.value.subarray(offset, offset + MTU - 1);
  return Buffer.concat([Buffer.from([code]), part]);
}

function write(table: readonly Attribute[], request: Buffer): Answer {
  const handle = request.readUInt16LE(1);
  const attribute = table.find((candidate) => candidate.handle === handle);
  if (!attribute) return { error: INVALID_HANDLE, handle };
  if (attribute.error) return { error: attribute.error, handle };
  attribute.value = Buffer.from(request.subarray(3));
  attribute.onWrite?.(attribute.value);
  return Buffer.from([0x13]);
}
