/**
 * Start to the first frame of the dashboard in a real terminal, beside the least Ink app as it is installed and as one
 * bundled file, and an empty program. Equal work: each has drawn a frame with its pulse or where the pulse will be.
 * npm run bench -- first-frame [--rounds N]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { binary, here } from './process-run.ts';
import { msText, tell, times } from './row.ts';
import { knownData, untilShown } from './until-shown.ts';

// Before anything loads React, here and in each child.
process.env.NODE_ENV = 'production';
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-frame-'));
const bundled = join(folder, 'minimal-ink.mjs');
// Ink asks for it only while it is developed.
const noDevtools = join(folder, 'no-devtools.js');
writeFileSync(noDevtools, 'export default {}');
await build({
  entryPoints: [here('minimal-ink.mjs')],
  outfile: bundled,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  alias: { 'react-devtools-core': noDevtools },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  logOverride: { 'assign-to-define': 'silent' },
  banner: {
    js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
  },
});
const ours = [binary, 'watch', '--sensor', 'simulator', '--no-log', '--data-dir', knownData()];
const production = ['--import', 'data:text/javascript,process.env.NODE_ENV="production"'];

const took = await interleaved(
  {
    floor: () => untilShown(['-e', 'process.stdout.write("72 bpm")'], /72 bpm/),
    ink: () => untilShown([...production, here('minimal-ink.mjs')], /\d bpm/),
    bundled: () => untilShown([bundled], /\d bpm/),
    ours: () => untilShown(ours, /looking for the pulse|\d bpm/),
  },
  option('rounds', 15),
);
rmSync(folder, { recursive: true });

const [wall, cpu] = (['wallMs', 'cpuMs'] as const).map((kind) => ({
  floor: took.ours[kind] / took.floor[kind],
  bundled: took.ours[kind] / took.bundled[kind],
}));
const peer = (name: 'ink' | 'bundled'): string =>
  `${msText(took[name])}, ${times(took[name].wallMs / took.floor.wallMs)} (CPU ${times(took[name].cpuMs / took.floor.cpuMs)})`;
tell({
  what: 'start to first live frame',
  floor: `node that writes a word ${msText(took.floor)}`,
  peers: [`least Ink app ${peer('ink')}`, `the same bundled ${peer('bundled')}`],
  ours: msText(took.ours),
  ratio: `CPU ${times(cpu?.floor ?? Number.NaN)}, of bundled Ink ${times(cpu?.bundled ?? Number.NaN)}; wall ${times(wall?.floor ?? Number.NaN)}, ${times(wall?.bundled ?? Number.NaN)}`,
  goal: '≤ 4×, and ≤ 1.25× the bundled Ink app (CPU)',
  reached: (cpu?.floor ?? 9) <= 4 && (cpu?.bundled ?? 9) <= 1.25,
  equal: `each drew its pulse or where it will be: ${[took.ink, took.bundled, took.ours].map(({ value }) => /looking for the pulse|\d bpm/.exec(String(value))?.[0]).join(', ')}`,
});
