import { PassThrough } from 'node:stream';

/** Real streams that stand for a terminal: what is typed is read line by line, what is said is kept. */
export function conversation(...typed: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  // Lines, not raw keys: the reader must not take this for a screen.
  const output = new PassThrough();
  let said = '';
  for (const stream of [stderr, output]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  for (const line of typed) stdin.write(`${line}\n`);
  return {
    input: stdin,
    output,
    io: { stdin, stderr },
    said: () => said,
    hangUp: () => stdin.end(),
  };
}
