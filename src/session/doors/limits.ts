import { doorFor } from '../door-for.ts';
import { limitsSchema } from '../limits-schema.ts';

export const limitsDoor = doorFor(limitsSchema);
