import type { SessionHeader } from '../session/header.ts';
import { neverBlock } from '../ui/terminal-never-block.ts';
import { jsonLine } from './log-json.ts';
import type { View } from './view.ts';

/** The journal's own lines on stdout as they come: the header, then the facts; every one of them, however slow the reader. */
export function jsonView(header: SessionHeader, stdout: NodeJS.WritableStream): View {
  neverBlock(stdout);
  stdout.write(jsonLine(header));
  return {
    show: ({ facts }) => {
      if (facts.length > 0) stdout.write(facts.map(jsonLine).join(''));
    },
    say: () => undefined,
    leave: () => undefined,
  };
}
