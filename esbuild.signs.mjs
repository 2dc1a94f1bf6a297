const replaced = {
  'string-width': 'export default (text) => text.length;',
  'slice-ansi': 'export default (text, from, to) => text.slice(from, to);',
  'ansi-tokenize': `
    export const tokenize = (text) => Array.from(text, (value) => ({ type: 'char', value, styles: [] }));
    export const styledCharsFromTokens = (signs) => signs;
    export const styledCharsToString = (signs) => signs.map(({ value }) => value).join('');`,
};
const names = Object.keys(replaced).join('|');

/**
 * Ink is given signs alone, one character of one column for each row of a screen (src/ui/sheet.ts). What it brings to
 * measure, cut and take apart other texts knows every script and every style, and takes longer to load than a frame
 * takes to draw; these do the same for signs.
 */
export const signsAlone = {
  name: 'signs alone',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad }) =>
    onLoad(
      { filter: new RegExp(`node_modules.(.*.)?(${names}).(index|build.index)\\.js$`) },
      ({ path }) => {
        const found = Object.entries(replaced).find(([name]) => path.includes(name));
        return { contents: found?.[1] };
      },
    ),
};
