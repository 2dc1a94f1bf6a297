import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Role } from './theme.ts';

/** The weightiest of what is to be told beside the task. */
export type Notice = {
  readonly role: Role;
  readonly text: string;
  /** Whether words of the task wait for it, where there is no row but theirs. */
  readonly isUrgent?: boolean;
  /** For the place of the routine's name, where no row is left; absent where it may go unsaid. */
  readonly brief?: string;
};

/** Warnings until they are acknowledged, then why nothing is recorded, a silence, the sensor's words, else the reason. */
export function noticeOf(model: ScreenModel, { glyphs }: Look, layout: Layout): Notice {
  const { warnings, recording, silence, notice: sensor, why } = model;
  const [first] = warnings;
  if (first !== undefined) {
    const others = layout.columns < 60 ? '+' : 'and ';
    const more = warnings.length > 1 ? `, ${others}${warnings.length - 1} more` : '';
    const brief = `${glyphs[model.warningLevel ?? 'caution']} ${first}`;
    return { role: 'notice', text: `${brief}${more}`, brief };
  }
  const { reason } = recording;
  if (reason !== undefined) return { role: 'over', text: reason, brief: reason };
  if (silence !== undefined) {
    return { role: 'plain', text: silence, brief: silence.split(' · ').at(-1) ?? silence };
  }
  if (sensor !== undefined && (layout.why === 1 || !sensor.isLasting)) {
    return { role: 'notice', text: sensor.text, isUrgent: !sensor.isLasting, brief: sensor.text };
  }
  return { role: 'plain', text: layout.why === 1 ? '' : why };
}
