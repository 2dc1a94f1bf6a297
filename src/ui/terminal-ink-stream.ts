import { signColumns } from './sheet.ts';

/**
 * The little of a stream that Ink needs to hand over whole frames. It is one column wide: a screen is made of `Lines`,
 * and Ink places no more than their signs.
 */
export function inkStream(paint: (frame: string) => void): NodeJS.WriteStream {
  const stream = {
    isTTY: false,
    columns: signColumns,
    write: (frame: string) => {
      paint(frame);
      return true;
    },
    on: () => stream,
    off: () => stream,
  };
  return stream as unknown as NodeJS.WriteStream;
}
