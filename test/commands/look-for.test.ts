import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { type LookFlags, lookFor } from '../../src/commands/look-for.ts';
import { asciiGlyphs, blockGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { monoTheme, themes } from '../../src/ui/theme.ts';

type Named = Parameters<typeof lookFor>[2];
const on = (env: NodeJS.ProcessEnv, flags: LookFlags = {}, profile: Named = {}, isTTY = true) =>
  lookFor({ env, stdout: { isTTY, columns: 80 } as Io['stdout'] }, flags, profile);
const utf8 = { LANG: 'C.UTF-8', TERM: 'xterm' };

describe('the theme', () => {
  test('flag before environment before profile', () => {
    const env = { ...utf8, PULSEPACE_THEME: 'mono' };
    const profile = { theme: 'high-contrast' } as const;
    expect(on(env, { theme: 'default' }, profile).theme).toBe(themes.default);
    expect(on(env, {}, profile).theme).toBe(themes.mono);
    expect(on(utf8, {}, profile).theme).toBe(themes['high-contrast']);
    expect(on(utf8).theme).toBe(themes.default);
  });

  test('NO_COLOR takes the colours away, unless a theme is asked for on the command line', () => {
    const env = { ...utf8, NO_COLOR: '1', PULSEPACE_THEME: 'high-contrast' };
    expect(on(env, {}, { theme: 'default' }).theme).toBe(monoTheme);
    expect(on(env, { theme: 'high-contrast' }).theme).toBe(themes['high-contrast']);
  });

  test('FORCE_COLOR gives them where the output is no terminal, and takes them with 0', () => {
    expect(on({ ...utf8, FORCE_COLOR: '1' }, {}, {}, false).theme).toBe(themes.default);
    expect(on(utf8, {}, {}, false).theme).toBe(monoTheme);
    expect(on({ ...utf8, FORCE_COLOR: '0' }).theme).toBe(monoTheme);
  });

  test('a theme nobody knows is refused with those there are', () => {
    expect(() => on({ ...utf8, PULSEPACE_THEME: 'pink' })).toThrow(/default, high-contrast, mono/);
  });

  test('high contrast has nothing faint, and no theme more than the 16 ANSI colours', () => {
    const roles = ['quiet', 'easy', 'caution-banner', 'over-banner', 'notice', 'key'] as const;
    for (const role of roles) {
      expect(themes['high-contrast'](role, 'x')).not.toContain('\u001b[2m');
      for (const theme of Object.values(themes)) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is tested.
        for (const [, code] of theme(role, 'x').matchAll(/\u001b\[(\d+)m/g)) {
          expect(['38', '48']).not.toContain(code);
        }
      }
    }
  });
});

describe('the characters', () => {
  test.each([
    [{ LC_ALL: 'C', LC_CTYPE: 'de_AT.UTF-8', LANG: 'de_AT.UTF-8' }, asciiGlyphs],
    [{ LC_CTYPE: 'C', LANG: 'de_AT.UTF-8' }, asciiGlyphs],
    [{ LANG: 'de_AT.ISO-8859-1' }, asciiGlyphs],
    [{ LANG: 'de_AT.utf8' }, unicodeGlyphs],
    [{ LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, unicodeGlyphs],
  ])('in the locale %o', (env, glyphs) => {
    expect(on({ TERM: 'xterm', ...env }).glyphs).toBe(glyphs);
  });

  test('where no locale is named it is ASCII, but for systems whose terminals always speak UTF-8', () => {
    const saysNothing = ['darwin', 'win32'].includes(process.platform);
    expect(on({ TERM: 'xterm' }).glyphs).toBe(saysNothing ? unicodeGlyphs : asciiGlyphs);
  });

  test('--ascii is ASCII anywhere; the console of Linux has blocks instead of braille', () => {
    expect(on(utf8, { ascii: true }).glyphs).toBe(asciiGlyphs);
    expect(on({ ...utf8, TERM: 'linux' }).glyphs).toBe(blockGlyphs);
  });
});
