import { sessionJsonSchema } from '../exchange/session-json-schema.ts';
import { prettyJson } from '../library/pretty-json.ts';
import type { Io } from './io.ts';

/** The JSON Schema of `export --format json`, as docs/session.schema.json has it. */
export const sessionSchemaText = (): string => `${prettyJson(sessionJsonSchema())}\n`;

/** `export --schema`. */
export const printSessionSchema = (io: Io): void => void io.stdout.write(sessionSchemaText());
