/**
 * What an installation brings: size and packages of node_modules for who installs the package, with noble and without, by npm
 * itself in the versions of the lock file. A dependency's package.json has no development dependencies to npm, so they are taken
 * out: they would bring React's types. Needs the registry or npm's cache; says so where there is neither.
 * npm run bench -- install
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here } from './process-run.ts';
import { tell, times } from './row.ts';

const goal = '≤ 70 MiB; without noble ≤ 45 packages';
const whole = installed([]);
const without = installed(['--omit=optional']);
const ink = installed([], {
  ink: JSON.parse(readFileSync(here('../package.json'), 'utf8')).dependencies.ink,
});

if (whole === undefined || without === undefined) {
  tell({
    what: 'install',
    floor: '–',
    ours: 'not measured',
    ratio: '–',
    goal,
    reached: undefined,
    equal: '–',
    notes: ['npm could reach no registry and has not all packages in its cache'],
  });
} else {
  tell({
    what: 'install',
    floor: '–',
    peers: [ink === undefined ? 'ink: not measured' : `ink alone ${text(ink)}`],
    ours: `with noble ${text(whole)}; without ${text(without)}`,
    ratio: ink === undefined ? '–' : `${times(without.mib / ink.mib)} of ink alone, without noble`,
    goal,
    reached: whole.mib <= 70 && without.packages <= 45,
    equal: 'counted in node_modules as npm left it, without dev dependencies and scripts',
    notes: [`the program itself, bundled, is ${mibOf(here('../dist/bundle')).toFixed(0)} MiB more`],
  });
}

type Installed = { readonly mib: number; readonly packages: number };

function text({ mib, packages }: Installed): string {
  return `${mib.toFixed(0)} MiB, ${packages} packages`;
}

/** Of our lock file; or of other dependencies, whatever versions they bring. */
function installed(
  args: readonly string[],
  dependencies?: Readonly<Record<string, string>>,
): Installed | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-install-'));
  try {
    const how = ['install', ...(dependencies === undefined ? [] : ['--no-package-lock'])];
    if (dependencies === undefined) {
      const { devDependencies: _, ...own } = JSON.parse(
        readFileSync(here('../package.json'), 'utf8'),
      );
      writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
      copyFileSync(here('../package-lock.json'), join(folder, 'package-lock.json'));
    }
    const named = Object.entries(dependencies ?? {}).map(([name, version]) => `${name}@${version}`);
    const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    const { status } = spawnSync('npm', [...how, ...named, ...flags, ...args], { cwd: folder });
    if (status !== 0) return undefined;
    return sizeOf(join(folder, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeOf(modules: string): Installed {
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  return { mib: mibOf(modules), packages: Object.keys(lock.packages).length };
}

function mibOf(folder: string): number {
  const kibibytes = execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0];
  return Number(kibibytes) / 1024;
}
