import { cutToWidth } from './cell-width.ts';
import type { Look } from './look.ts';
import { noteText } from './note-row.ts';
import type { ScreenModel } from './screen-model.ts';
import { unguardedWord } from './session-words.ts';
import type { Role } from './theme.ts';

/** A screen too small for a picture: lines, the most needed first, each cut to the width. */
export function tinyLines(
  model: ScreenModel,
  { theme, glyphs }: Look,
  { columns, rows }: { columns: number; rows: number },
): readonly string[] {
  const { pulse, zone, task, question, source, keys, warnings, why, recording, note } = model;
  const age = pulse.trust === 'live' || zone.word === unguardedWord ? '' : ` ${pulse.trust}`;
  const shape = glyphs[zone.name];
  const first = `${pulse.digits}${shape}${zone.word}${age}`;
  const [counted] = task.unit.split(' · ');
  const doing = question ?? [task.big, counted, task.title].filter(Boolean).join(' ');
  const typing = note === undefined ? undefined : noteText(note, columns);
  const notRecording = recording.on ? undefined : recording.text;
  // A number cut short would be a wrong number.
  if (columns < pulse.digits.length) return [shape];
  const role: Role = zone.name === 'unknown' ? 'unknown-banner' : `${zone.name}-banner`;
  const inLine = [first, rows === 1 ? (typing ?? doing) : undefined, notRecording, source];
  const lines: readonly (readonly [Role, string | undefined])[] = [
    [role, inLine.filter((part) => part !== undefined).join(' ')],
    ['strong', typing],
    ['strong', doing],
    ['notice', warnings[0]],
    ...task.lines.map((line) => ['plain', line] as const),
    ['plain', why],
    ['plain', model.limits?.brief],
    ['plain', keys.map(({ key, label }) => `${key} ${label}`).join(' ')],
  ];
  return lines
    .filter((line): line is readonly [Role, string] => line[1] !== undefined && line[1] !== '')
    .slice(0, rows)
    .map(([each, text]) => theme(each, cutToWidth(text, columns, columns < 8 ? '' : '…')));
}
