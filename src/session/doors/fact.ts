import { doorFor } from '../door-for.ts';
import { factSchema } from '../facts.ts';

export const factDoor = doorFor(factSchema);
