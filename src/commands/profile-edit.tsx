import { ProfileForm, type ProfileFormModel } from '../ui/profile-form.tsx';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { lookFor } from './look-for.ts';
import { profileFor } from './profile.ts';
import { draftOf, formModel, type ProfileDraft, typedInto, withEdits } from './profile-draft.ts';
import { showScreen } from './show-screen.ts';

/** `profile edit`: a form on a terminal, stored as a whole or not at all. Returns the exit code. */
export async function editProfile(io: Io, flags: DataFlags): Promise<number> {
  const { store } = await profileFor(io, flags);
  const look = lookFor(io);
  const done = await showScreen<ProfileFormModel, ProfileDraft | 'left'>(
    io,
    look,
    ({ refresh, answer }) => {
      let draft = draftOf(store.read());
      return {
        model: () => formModel(draft),
        view: (model, size) => <ProfileForm model={model} look={look} {...size} />,
        onTyped: (typed) => {
          draft = typedInto(draft, typed);
          if (draft.end === undefined) refresh();
          else answer(draft.end === 'save' ? draft : 'left');
        },
      };
    },
  );
  if (done === 'left') {
    io.stderr.write('Nothing was changed.\n');
    return exitCode.ok;
  }
  if ('stoppedWith' in done) return done.stoppedWith;
  const { store: stored } = await profileFor(io, flags, true);
  await stored.change((profile) => withEdits(profile, done));
  io.stderr.write('Saved. pulsepace profile limits shows which limits fit you.\n');
  return exitCode.ok;
}
