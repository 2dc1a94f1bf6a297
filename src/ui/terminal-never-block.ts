type Handle = { setBlocking?: (on: boolean) => unknown };

/**
 * Lets writes to a terminal return at once, to be told apart by `writableNeedDrain`. Node makes terminals blocking, so
 * that one which is not read (a paused pane, a stalled link) would stop the whole process, the warning with it (A8).
 */
export function neverBlock(output: object): void {
  const { _handle: handle } = output as { _handle?: Handle | null };
  handle?.setBlocking?.(false);
}
