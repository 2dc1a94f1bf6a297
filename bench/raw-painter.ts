import { spawn } from '@lydell/node-pty';

export type RawPainter = {
  readonly sendAndSee: (bpm: number) => Promise<number>;
  readonly close: () => void;
};

/** Paints a number as soon as it arrives: what a message to another process and a terminal cost in themselves. */
const program = `process.stdin.setRawMode(true);
process.stdin.on('data', (bytes) => process.stdout.write('\\u001b[1;1H\\u001b[K' + bytes.readUInt8(0) + ' bpm'));
process.stdout.write('ready');`;

/** The floor of a latency: one byte to a program in a pseudo-terminal, and its painting back. */
export async function rawPainter(): Promise<RawPainter> {
  const terminal = spawn(process.execPath, ['-e', program], {
    cols: 80,
    rows: 24,
    env: process.env,
  });
  let heard = (_: string): void => undefined;
  await new Promise<void>((resolve) => {
    heard = (text) => text.includes('ready') && resolve();
    terminal.onData((text) => heard(text));
  });
  return {
    sendAndSee: (bpm) =>
      new Promise((resolve) => {
        const sentMs = performance.now();
        heard = (text) => text.includes(`${bpm} bpm`) && resolve(performance.now() - sentMs);
        terminal.write(String.fromCharCode(bpm));
      }),
    close: () => terminal.kill(),
  };
}
