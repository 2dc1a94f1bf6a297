import type { Io } from './io.ts';
import type { Drawing } from './log-output.ts';

const columnsOffTerminal = 80;

/** How this terminal, or what stands in its place, is to be drawn on; obeys NO_COLOR, FORCE_COLOR and TERM=dumb. */
export const drawingFor = ({ env, stdout }: Io): Drawing => ({
  width: stdout.columns > 0 ? stdout.columns : columnsOffTerminal,
  colour: wantsColour(env, stdout.isTTY === true),
  unicode: speaksUnicode(env),
});

function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** A locale that names another character set, or none at all (`C`, `POSIX`), gets ASCII. */
function speaksUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (process.platform === 'win32' || locale === '')
    return env.TERM !== 'linux' && env.TERM !== 'dumb';
  return /utf-?8/i.test(locale);
}
