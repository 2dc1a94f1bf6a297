/** Shows frames in this terminal, one each `everyMs`: by our painter, by Ink itself, or as raw text. Started by painter. */
import { setTimeout as pause } from 'node:timers/promises';
import { createPainter } from '../src/ui/painter.ts';
import { dashboardFrames } from './painter-frames.ts';

const [how = 'ours', seconds = '60', everyMs = '40'] = process.argv.slice(2);
process.env.NODE_ENV = 'production';
const frames = dashboardFrames(Number(seconds));
const show = await painterOf(how);
for (const frame of frames) {
  show.frame(frame);
  await pause(Number(everyMs));
}
show.leave();

async function painterOf(
  kind: string,
): Promise<{ frame: (text: string) => void; leave: () => void }> {
  if (kind === 'ours') {
    const painter = createPainter(process.stdout);
    painter.enter();
    return { frame: painter.paint, leave: painter.leave };
  }
  const [{ render, Text }, { createElement }] = await Promise.all([import('ink'), import('react')]);
  const element = (text: string) => createElement(Text, { wrap: 'truncate-end' }, text);
  const { rerender, unmount } = render(element(''), {
    patchConsole: false,
    maxFps: 60,
    incrementalRendering: kind === 'ink-incremental',
  });
  return { frame: (text) => rerender(element(text)), leave: unmount };
}
