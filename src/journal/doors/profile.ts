import { doorFor } from '../../session/door-for.ts';
import { profileSchema } from '../profile-schema.ts';

export const profileDoor = doorFor(profileSchema);
