import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const RULES = ['test/house/no-chance.grit', 'test/house/no-detour.grit'];

type Diagnostic = {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
};

function lint(folder: string): Promise<readonly Diagnostic[]> {
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (!stdout.startsWith('{')) reject(error ?? new Error(`biome said: ${stdout}`));
      else resolve(JSON.parse(stdout).diagnostics);
    });
  });
}

/**
 * Lints `files` (path → text) in an empty house under this project's own biome.json.
 * Gives each path's reports as `line rule`, sorted; a path without reports is absent.
 */
export async function reportsOf(
  files: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const house = await mkdtemp(join(tmpdir(), 'pulsepace-house-'));
  try {
    for (const path of ['biome.json', '.gitignore', ...RULES]) await cp(path, join(house, path));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(house, path)), { recursive: true });
      await writeFile(join(house, path), text);
    }
    const reports = new Map<string, string[]>();
    for (const { category, location } of await lint(house)) {
      const report = `${location.start.line} ${category}`;
      reports.set(location.path, [...(reports.get(location.path) ?? []), report].sort());
    }
    return reports;
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}
