import type { ViewParts } from './dashboard-view.ts';
import type { Io } from './io.ts';
import { jsonView } from './json-view.ts';
import type { SessionFlags } from './session-flags.ts';
import type { View } from './view.ts';

/**
 * NDJSON where it is asked for, sentences for who reads with a screen reader, the dashboard on a terminal in lived time,
 * else plain lines. Loads only what it shows.
 */
export async function chooseView(parts: ViewParts): Promise<View> {
  const { io, flags, manner } = parts;
  if (flags.json === true) return jsonView(parts);
  if (manner.isAccessible) {
    const { accessibleView } = await import('./accessible-view.ts');
    return accessibleView(parts);
  }
  if (isForDashboard(io, flags)) {
    const { dashboardView } = await import('./dashboard-view.ts');
    return dashboardView(parts);
  }
  const { plainView } = await import('./plain-view.ts');
  return plainView(parts);
}

const isForDashboard = ({ stdin, stdout, env }: Io, { plain, speed }: SessionFlags): boolean =>
  plain !== true &&
  speed !== 'max' &&
  stdout.isTTY === true &&
  stdin.isTTY === true &&
  env.TERM !== 'dumb' &&
  !env.CI;
