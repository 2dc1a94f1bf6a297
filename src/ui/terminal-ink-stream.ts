/** The little of a stream that Ink needs to hand over whole frames. */
export function inkStream(
  paint: (frame: string) => void,
  size: () => { columns: number; rows: number },
): NodeJS.WriteStream {
  const stream = {
    isTTY: false,
    get columns() {
      return size().columns;
    },
    get rows() {
      return size().rows;
    },
    write: (frame: string) => {
      paint(frame);
      return true;
    },
    on: () => stream,
    off: () => stream,
  };
  return stream as unknown as NodeJS.WriteStream;
}
