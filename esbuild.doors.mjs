import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const isDoor = /[\\/]doors[\\/][^\\/]+\.ts$/;
const checks = 'the checks of all doors';

/**
 * Builds what stands at the doors, schemas and zod, into a file of its own, `doors.cjs`. The plugin puts in place of a door its
 * check, written from the schema, and reads that file only for what does not pass.
 */
export async function doorsApart(/** @type {import('esbuild').BuildOptions} */ commonJs) {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => isDoor.test(file));
  const path = `${commonJs.outdir}/doors.cjs`;
  const exported = files.map(
    (file, index) => `export * as file${index} from './${file.split(sep).join('/')}';`,
  );
  await build({
    ...commonJs,
    stdin: {
      contents: [...exported, `export * from './src/session/plain-check.ts';`].join('\n'),
      resolveDir: '.',
    },
    outdir: undefined,
    outfile: path,
  });
  const built = (await import(pathToFileURL(path).href)).default;
  /** @type {Map<string, string>} */
  const functions = new Map();
  const doors = files.map((file, index) => [
    join(process.cwd(), file),
    Object.entries(built[`file${index}`]).map(([name, door]) => ({
      name,
      check: built.namedCheck(door.schema(), functions),
      schema: `require("./doors.cjs").file${index}.${name}.schema()`,
    })),
  ]);
  return plugin(new Map(doors), built.checkSource(functions), [...functions.values()]);
}

const plugin = (
  /** @type {Map<string, { name: string, check: string, schema: string }[]>} */ doors,
  /** @type {string} */ source,
  /** @type {string[]} */ names,
) => ({
  name: 'doors apart',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad, onResolve }) => {
    onResolve({ filter: /^\.\/doors\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: new RegExp(`^${checks}$`) }, () => ({ path: checks, namespace: checks }));
    onLoad({ filter: /./, namespace: checks }, () => ({
      contents: `${source}export {${names.join(',')}};`,
    }));
    onLoad({ filter: isDoor }, ({ path }) => {
      const all = doors.get(path) ?? [];
      const exported = all.map(
        ({ name, check, schema }) =>
          `export const ${name}={isPlain:${check},schema:()=>${schema}};`,
      );
      return {
        contents: [
          `import {${all.map(({ check }) => check).join(',')}} from "${checks}";`,
          ...exported,
        ].join('\n'),
      };
    });
  },
});
