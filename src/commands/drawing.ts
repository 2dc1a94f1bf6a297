import type { Io } from './io.ts';
import type { Drawing } from './log-output.ts';

const columnsOffTerminal = 80;

/** How this terminal, or what stands in its place, is to be drawn on; obeys NO_COLOR, FORCE_COLOR and TERM=dumb. */
export const drawingFor = (
  { env, stdout }: Pick<Io, 'env' | 'stdout'>,
  { ascii = false }: { readonly ascii?: boolean } = {},
): Drawing => ({
  width: stdout.columns > 0 ? stdout.columns : columnsOffTerminal,
  colour: wantsColour(env, stdout.isTTY === true),
  unicode: !ascii && speaksUnicode(env),
});

function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** A locale that names another character set, or none at all (`C`, `POSIX`, unset), gets ASCII. */
function speaksUnicode(env: NodeJS.ProcessEnv): boolean {
  if (env.TERM === 'dumb') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  // Their terminals speak UTF-8 and say nothing of it.
  if (locale === '') return process.platform === 'win32' || process.platform === 'darwin';
  return process.platform === 'win32' || /utf-?8/i.test(locale);
}
