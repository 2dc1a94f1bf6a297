import type { SessionHeader } from '../session/header.ts';
import type { View } from './view.ts';

/** The journal's own lines on stdout as they come: the header, then the facts. */
export function jsonView(header: SessionHeader, write: (text: string) => void): View {
  write(`${JSON.stringify(header)}\n`);
  return {
    show: ({ facts }) => {
      if (facts.length > 0) write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''));
    },
    say: () => undefined,
    leave: () => undefined,
  };
}
