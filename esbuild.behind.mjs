/** What a screen loads behind its first frame. */
export const behind = 'src/ui/terminal-ink.tsx';

/** What it has in common with the session's file, and how that hands it over; two Reacts would not know of each other. */
const shared = /** @type {Record<string, string>} */ ({
  react: "export { default as react } from 'react';",
  'react/jsx-runtime': "export { default as jsx } from 'react/jsx-runtime';",
  './sheet.ts': "export * as sheet from './src/ui/sheet.ts';",
});

/**
 * The session's file, as esbuild reads it, which hands over what is shared.
 *
 * @param {string} live
 */
export const handingOver = (live) =>
  [`export * from './${live}';`, ...Object.values(shared)].join('\n');

/** @type {import('esbuild').Plugin} */
export const takesOver = {
  name: 'takes over',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /./ }, ({ path }) =>
      path in shared ? { path, namespace: 'of session' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'of session' }, ({ path }) => {
      const name = /as (\w+)/.exec(shared[path] ?? '')?.[1];
      return { contents: `module.exports = require('./live.cjs').${name};` };
    });
    onResolve({ filter: /./, namespace: 'of session' }, ({ path }) => ({ path, external: true }));
  },
};
