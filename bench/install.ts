/**
 * What an installation brings: size and packages of node_modules for use alone, with noble and without, from the lock file by
 * npm itself. Equal work: the packages npm installed are those the lock file names. Needs the registry or npm's cache; says
 * so where there is neither. npm run bench -- install
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
    const how = dependencies === undefined ? ['ci'] : ['install', '--no-package-lock'];
    if (dependencies === undefined) {
      for (const name of ['package.json', 'package-lock.json']) {
        copyFileSync(here(`../${name}`), join(folder, name));
      }
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
  const kibibytes = execFileSync('du', ['-sk', modules], { encoding: 'utf8' }).split('\t')[0];
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  return { mib: Number(kibibytes) / 1024, packages: Object.keys(lock.packages).length };
}
