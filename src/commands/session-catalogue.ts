import { type Catalogue, type Digest, readCatalogue } from '../journal/catalogue.ts';
import { sessionFigures } from '../review/session-figures.ts';
import { catalogueDoor } from './doors/catalogue.ts';
import { catalogueVersion, type ListedSession } from './listed-session.ts';
import { visible } from './visible.ts';
import { type Stderr, workProgress } from './work-progress.ts';

export type SessionCatalogue = Catalogue<ListedSession>;

const digest: Digest<ListedSession> = {
  version: catalogueVersion,
  door: catalogueDoor,
  figuresOf: ({ header, facts, damage }) => ({
    ...sessionFigures(header, facts),
    damagedLines: damage.length,
  }),
};

/** Every session of a data directory in figures, newest first; what took long to read is told on stderr. */
export async function sessionCatalogue(
  { stderr }: { readonly stderr: Stderr },
  directory: string,
  { mayBeFirst = false } = {},
): Promise<SessionCatalogue> {
  const bar = workProgress(stderr, 'Reading the sessions');
  try {
    return await readCatalogue(directory, digest, {
      say: (sentence) => stderr.write(`${visible(sentence)}\n`),
      progress: bar.show,
      mayBeFirst,
    });
  } finally {
    bar.clear();
  }
}
