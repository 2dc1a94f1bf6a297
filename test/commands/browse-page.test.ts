import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptTexts, pageOf } from '../../src/commands/browse-page.ts';
import { beginning } from '../../src/commands/browse-state.ts';
import { lineOf } from '../../src/journal/line.ts';
import { keysLine } from '../../src/ui/keys-line.ts';
import { header, temporaryFolder } from '../journal/samples.ts';
import { figuresOf } from '../review/figures.ts';
import { restFacts } from '../review/rest-facts.ts';
import { bareLook } from '../ui/frame.tsx';

test('a session shows its variability, but none where the profile says that the rhythm is irregular', () => {
  const path = join(temporaryFolder(), 'one.ndjson');
  writeFileSync(path, [header, ...restFacts].map(lineOf).join(''));
  const sessions = [{ path, figures: { ...figuresOf(20_000, {}), damagedLines: 0 } }];
  const textWhere = (isIrregularTold: boolean): string => {
    const profile = { schemaVersion: 1 as const, irregularRhythm: isIrregularTold };
    const drawing = { width: 200, colour: false, profile };
    const browsing = { ...beginning, mode: { name: 'session', scroll: 0 } } as const;
    const { shown } = pageOf(browsing, sessions, drawing, keptTexts());
    return shown.kind === 'text' ? shown.lines.join('\n') : '';
  };
  expect(textWhere(false)).toMatch(/RMSSD [0-9.]+ ms/);
  expect(textWhere(true)).toContain(
    'RMSSD not known, your profile says that your rhythm is irregular',
  );
});

test('how to leave is shown at 40 columns too', () => {
  const { keys } = pageOf(beginning, [], { width: 40, colour: false }, keptTexts());
  expect(keysLine(keys, bareLook, 40)).toBe('Enter shows arrows move q leaves n note');
});
