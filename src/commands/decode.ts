import type { Writable } from 'node:stream';
import { decodeHeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import { hexLines } from './hex-lines.ts';

const BATCH_CHARS = 64 * 1024;
const MALFORMED = '{"malformed":true}\n';

/**
 * `pulsepace decode`: 0x2A37 payloads as hex, one a line, become one JSON object a line. Rejects when either stream
 * fails; a reader that has seen enough (EPIPE) is a normal end. Leaves `output` open.
 */
export async function decode(
  input: AsyncIterable<Buffer | string>,
  output: Writable,
): Promise<void> {
  // What fails is told to whoever wrote it, below.
  output.on('error', ignored);
  try {
    // Not stream/promises.pipeline, which takes Node as long to ready as all of these packets.
    for await (const batch of jsonBatches(input)) await written(output, batch);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  } finally {
    output.off('error', ignored);
  }
}

const ignored = (): void => undefined;

const written = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });

async function* jsonBatches(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const lines = hexLines();
  for await (const chunk of chunks) {
    let batch = '';
    for (const payload of lines.read(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)) {
      batch += jsonLine(payload);
      if (batch.length >= BATCH_CHARS) {
        yield batch;
        batch = '';
      }
    }
    if (batch !== '') yield batch;
  }
  for (const payload of lines.end()) yield jsonLine(payload);
}

function jsonLine(payload: Uint8Array | undefined): string {
  const measurement = payload && decodeHeartRateMeasurement(payload);
  if (measurement === undefined) return MALFORMED;
  const { bpm, rrIntervalsMs, skinContact, energyKj } = measurement;
  const contact = skinContact === undefined ? '' : `,"skinContact":${skinContact}`;
  const energy = energyKj === undefined ? '' : `,"energyKj":${energyKj}`;
  return `{"bpm":${bpm},"rrIntervalsMs":[${rrIntervalsMs.join()}]${contact}${energy}}\n`;
}
