import { expect, test } from 'vitest';
import { runHere } from './in-process.ts';

test.each([
  [['trian'], /^Unknown command 'trian'\.\n\(Did you mean train\?\)\nAdd --help/],
  [['completion'], /^Missing required argument 'shell'\.\nAdd --help/],
  [['train', '--caution', 'abc'], /^Option '--caution <bpm>' .*\. It is a whole number/],
])('%j is answered in sentences', async (args, sentences) => {
  const { code, stderr } = await runHere('/nowhere', args);
  expect(stderr).toMatch(sentences);
  expect(code).toBe(2);
});
