import type * as z from 'zod';
import type { headerSchema, importedSchema, sourceSchema } from './header-schema.ts';

export type Source = z.infer<typeof sourceSchema>;
export type ImportedFrom = z.infer<typeof importedSchema>;
export type SessionHeader = z.infer<typeof headerSchema>;

export const currentSchemaVersion: SessionHeader['schemaVersion'] = 1;

export const isRest = ({ kind }: Pick<SessionHeader, 'kind'>): boolean => kind === 'rest';

/** What a session is called: its routine, and what it is for. */
export const titleOf = ({ routine, sport }: Pick<SessionHeader, 'routine' | 'sport'>): string =>
  sport === undefined ? routine.name : `${routine.name} · ${sport}`;
