import type { Source } from '../session/header.ts';

/** What is no measured heart says so in its title, wherever it goes and in every format that has one. */
const suffixes: Readonly<Partial<Record<Source, string>>> = {
  simulator: ' (simulated, not a real heart)',
  replay: ' (replay of a recording)',
};

export const titleFor = (name: string, source: Source): string => name + (suffixes[source] ?? '');

/** A title without what was added to it, and the source that this tells of. */
export function sourceIn(title: string): { readonly title: string; readonly source?: Source } {
  for (const source of ['simulator', 'replay'] as const) {
    const suffix = suffixes[source] ?? '';
    if (title.endsWith(suffix)) return { title: title.slice(0, -suffix.length), source };
  }
  return { title };
}
