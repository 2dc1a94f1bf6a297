import { doorFor } from '../../session/door-for.ts';
import { sessionSchema } from '../session-json-schema.ts';

export const sessionJsonDoor = doorFor(sessionSchema);
