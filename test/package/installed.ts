import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

type Surroundings = { readonly home?: string; readonly path?: string; readonly cwd?: string };

const isWindows = process.platform === 'win32';

/** Any command to its end; its exit code is a value. A home of its own, so that nothing of the developer's is met. */
export function ran(
  command: string,
  args: readonly string[],
  { home = folder(), path = process.env.PATH ?? '', cwd }: Surroundings = {},
): Promise<Ran> {
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    LOCALAPPDATA: join(home, 'local'),
    PATH: path,
    npm_config_cache: process.env.npm_config_cache ?? npmCache(),
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  return new Promise((resolve) => {
    // Windows starts npm and what npm installs through its shell.
    const options = { env, cwd: cwd ?? home, maxBuffer: 2 ** 26, shell: isWindows };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

export const folder = (): string => mkdtempSync(join(tmpdir(), 'pulsepace-package-'));

/** The package as npm would publish it: its file, and the paths in it. */
export async function packed(): Promise<{ readonly file: string; readonly paths: string[] }> {
  const into = folder();
  const done = await ran('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: process.cwd(),
  });
  if (done.code !== 0) throw new Error(done.stderr);
  // What prepack says comes before the list.
  const listed = JSON.parse(done.stdout.slice(done.stdout.search(/^[[{]\s*$/m)));
  const [entry] = Array.isArray(listed) ? listed : Object.values(listed);
  return {
    file: join(into, entry.filename),
    paths: entry.files.map(({ path }: { path: string }) => path),
  };
}

/** Installs a package globally into an empty prefix; gives the program's own path. */
export async function installed(
  file: string,
  path?: string,
  options: readonly string[] = [],
): Promise<string> {
  const prefix = folder();
  const done = await ran('npm', ['install', '--global', ...options, '--prefix', prefix, file], {
    ...(path !== undefined && { path }),
  });
  if (done.code !== 0) throw new Error(done.stderr);
  return isWindows ? join(prefix, 'pulsepace.cmd') : join(prefix, 'bin', 'pulsepace');
}

const builders =
  /^(cc|c\+\+|gcc|g\+\+|clang|clang\+\+|c89|c99|make|gmake|cmake|ninja|python.*|.*-(gcc|g\+\+|cpp).*)$/;

/** The commands of this machine but for every compiler, make and python. */
export function pathWithoutCompiler(): string {
  const bare = folder();
  for (const from of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of namesIn(from)) {
      if (builders.test(name)) continue;
      try {
        symlinkSync(join(from, name), join(bare, name));
      } catch {
        // An earlier folder has it already.
      }
    }
  }
  mkdirSync(join(bare, 'none'));
  return bare;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function npmCache(): string {
  return execFileSync('npm', ['config', 'get', 'cache'], {
    encoding: 'utf8',
    shell: isWindows,
  }).trim();
}
