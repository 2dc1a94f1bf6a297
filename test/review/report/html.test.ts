import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html, markupOf } from '../../../src/review/report/html.ts';
import { anyCharacter } from '../../any-character.ts';

const anyText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '</script>',
        '\u0000',
        '\u001b',
        '\u202e',
        '\ud800',
        '\n',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('text put into markup', () => {
  test('stays text: no markup, no controls, no bidi marks, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const made = markupOf(html`<p title="${text}">${text}</p>`);
        const [, title = '', inside = ''] = /^<p title="(.*)">(.*)<\/p>$/u.exec(made) ?? [];
        expect(title).toBe(inside);
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        expect(inside).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('is the same text once a browser has read it', () => {
    expect(markupOf(html`${`Tom & "Ann" <b>'s`}`)).toBe(
      'Tom &amp; &quot;Ann&quot; &lt;b&gt;&#39;s',
    );
    expect(markupOf(html`${'Grüße, 心拍, नमस्ते'}`)).toBe('Grüße, 心拍, नमस्ते');
  });

  test('of any length ends within four thousand characters', () => {
    expect(markupOf(html`${'x'.repeat(1e6)}`)).toHaveLength(4000);
  });

  test('is markup only where html made it, not where it looks so', () => {
    expect(markupOf(html`<b>${html`<i>${'<u>'}</i>`}</b>`)).toBe('<b><i>&lt;u&gt;</i></b>');
    const forged: unknown = JSON.parse('{"markup":"<script>"}');
    expect(() => html`${forged as string}`).toThrow();
  });
});
