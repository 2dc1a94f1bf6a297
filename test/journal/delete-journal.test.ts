import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteJournal } from '../../src/journal/delete-journal.ts';
import { journalText, manyMeasured, temporaryFolder } from './samples.ts';

test('a session deleted for good leaves neither torn bytes nor a copy that was broken off', async () => {
  const directory = temporaryFolder();
  const path = join(directory, 'session.ndjson');
  const text = journalText(manyMeasured(3));
  const others = ['session.ndjson2', 'other.ndjson', 'other.ndjson.0123456789ab.new'];
  for (const name of ['.torn', '.torn2', '.0123456789ab.new'].map((end) => `session.ndjson${end}`))
    writeFileSync(join(directory, name), text);
  for (const name of others) writeFileSync(join(directory, name), text);
  writeFileSync(path, text);
  await deleteJournal(directory, path);
  expect(readdirSync(directory).sort()).toEqual(others.sort());
});
