import { doorFor } from '../door-for.ts';
import { rulesSchema } from '../rules.ts';

export const rulesDoor = doorFor(rulesSchema);
