import type { Journal } from '../journal/journal.ts';
import type { SessionHeader } from '../session/header.ts';
import { recordingText } from '../ui/recording-text.ts';
import { neverBlock } from '../ui/terminal-never-block.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { recordingOf } from './recording-of.ts';
import type { View } from './view.ts';

type Told = { readonly io: Io; readonly header: SessionHeader; readonly journal: Journal };

/**
 * The journal's own lines on stdout as they come: the header, then the facts; every one of them, however slow the reader.
 * A disk that takes no more, which is no fact, is said on stderr, and so is that it takes them again.
 */
export function jsonView({ io: { stdout, stderr }, header, journal }: Told): View {
  neverBlock(stdout);
  stdout.write(jsonLine(header));
  let said = recordingText({ status: 'on' });
  const recording = journal.status$.subscribe((status) => {
    const now = recordingOf(journal, status);
    const text = recordingText(now);
    if (now.status !== 'off' && text !== said) stderr.write(`${text}\n`);
    said = text;
  });
  return {
    show: ({ facts }) => {
      if (facts.length > 0) stdout.write(facts.map(jsonLine).join(''));
    },
    say: () => undefined,
    leave: () => recording.unsubscribe(),
  };
}
