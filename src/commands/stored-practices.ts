import type { Practice } from '../review/practice.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import type { Stderr } from './work-progress.ts';

export type Wanted = {
  /** Sessions of this local day and later. */
  readonly sinceDay?: number;
  readonly routineId?: string;
  /** At most so many, the newest. */
  readonly most?: number;
};

/** Sessions in few numbers, oldest first, from the catalogue; one that cannot be read is passed over. */
export async function storedPractices(
  io: { readonly stderr: Stderr },
  directory: string,
  wanted: Wanted,
): Promise<Practice[]> {
  const { sinceDay = Number.NEGATIVE_INFINITY, routineId, most = 2000 } = wanted;
  const { sessions } = await sessionCatalogue(io, directory);
  return sessions
    .map(({ figures }) => figures)
    .filter((each) => each.day >= sinceDay)
    .filter((each) => routineId === undefined || each.routineId === routineId)
    .slice(0, most)
    .reverse();
}
