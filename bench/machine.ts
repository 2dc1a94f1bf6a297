import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, totalmem } from 'node:os';
import { version } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What figures depend on, in one sentence: the class of machine, Node, the commit and the day. No names of hosts. */
export function machineText(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} cores (${all[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()} ${arch()}, Node ${version}, commit ${commit()}, ${new Date().toISOString().slice(0, 10)}.`;
}

/** With a `+` where the tree has changes that are not committed. */
function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const isClean = git('status', '--porcelain', '--untracked-files=no', 'src', 'devices') === '';
    return git('rev-parse', '--short', 'HEAD').trim() + (isClean ? '' : '+');
  } catch {
    return 'unknown';
  }
}
