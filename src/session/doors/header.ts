import { doorFor } from '../door-for.ts';
import { headerSchema } from '../header-schema.ts';

export const headerDoor = doorFor(headerSchema);
