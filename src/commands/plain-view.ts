import { createPlainLines } from '../ui/plain-lines.ts';
import { createBell } from './bell.ts';
import type { ViewParts } from './dashboard-view.ts';
import { recordingOf } from './recording-of.ts';
import { typedKeys } from './typed-keys.ts';
import type { View } from './view.ts';

/** Lines of text, one a second and one at every change; the bell rings only where a terminal hears it. */
export function plainView(parts: ViewParts): View {
  const { io, journal, emergencyNumber } = parts;
  const lines = createPlainLines({ ...(emergencyNumber !== undefined && { emergencyNumber }) });
  const bell = createBell((bytes) => {
    if (io.stdout.isTTY === true) io.stdout.write(bytes);
  });
  const keys = typedKeys(parts, bell.toggle);
  const print = (texts: readonly string[]): void => {
    if (texts.length > 0) io.stdout.write(`${texts.join('\n')}\n`);
  };
  const recording = journal.status$.subscribe((status) =>
    print(lines.setRecording(recordingOf(journal, status))),
  );
  return {
    show: (turn) => {
      keys.follow(turn);
      bell.ring(turn);
      print(lines.show(turn));
    },
    say: (sentence) => print([`> ${sentence}`]),
    leave: () => {
      keys.leave();
      recording.unsubscribe();
    },
  };
}
