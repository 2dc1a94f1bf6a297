import { describe, expect, test } from 'vitest';
import { sessionSchemaText } from '../../src/commands/export-schema.ts';
import { decodeSessionJson, encodeSessionJson } from '../../src/exchange/session-json.ts';
import { pacedSession } from './stories.ts';

const { header, facts } = pacedSession();

describe('the JSON of a session', () => {
  test('has the JSON Schema that docs/session.schema.json holds', async () => {
    await expect(sessionSchemaText()).toMatchFileSnapshot('../../docs/session.schema.json');
  });

  test('names its schema, and is one document', () => {
    const read = JSON.parse(encodeSessionJson(header, facts));
    expect(Object.keys(read)).toEqual(['schema', 'disclaimer', 'header', 'facts']);
    expect(read.disclaimer).toMatch(/no medical device.*no diagnosis/);
    expect(read.schema).toBe('pulsepace/session/1');
    expect(read.facts.length).toBe(facts.length);
  });

  test('without the disclaimer, as it was written before there was one, is read as well', () => {
    const { disclaimer: _, ...older } = JSON.parse(encodeSessionJson(header, facts));
    expect(decodeSessionJson(JSON.stringify(older)).facts.length).toBe(facts.length);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -200), 'cut off'],
    ['of a newer schema', (text: string) => text.replace('session/1', 'session/2'), 'schema'],
    [
      'with a fact of no type',
      (text: string) => text.replace('"type":"measured"', '"type":"x"'),
      'facts.',
    ],
    [
      'with a pulse that is no number',
      (text: string) => text.replace('"bpm":78', '"bpm":"78"'),
      'bpm',
    ],
  ])('%s it is refused, and told why', (_name, damage, why) => {
    expect(() => decodeSessionJson(damage(encodeSessionJson(header, facts)))).toThrow(why);
  });
});
