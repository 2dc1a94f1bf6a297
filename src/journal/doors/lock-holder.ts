import { doorFor } from '../../session/door-for.ts';
import { lockHolderSchema } from '../lock-holder-schema.ts';

export const lockHolderDoor = doorFor(lockHolderSchema);
