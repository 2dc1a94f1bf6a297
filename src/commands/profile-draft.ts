import type { Profile } from '../journal/profile-schema.ts';
import {
  type Setting,
  type SettingKey,
  settingNamed,
  settingValue,
} from '../journal/profile-settings.ts';
import { sourceLimits } from '../session/limits.ts';
import type { Typed } from '../ui/key-reader.ts';
import type { ProfileFormModel } from '../ui/profile-form.tsx';
import { changed, checkedLimits, valueText } from './profile.ts';

/** A profile being filled in; nothing of it is stored before it is saved. */
export type ProfileDraft = {
  readonly profile: Profile;
  readonly edits: ReadonlyMap<SettingKey, ReturnType<typeof settingValue>>;
  readonly selected: number;
  /** What has been typed into the selected line; undefined while it stands as it was. */
  readonly entry?: string | undefined;
  readonly problem?: string | undefined;
  /** Whether the question about what is not saved stands. */
  readonly isAsking?: boolean;
  /** Set when the form is done with. */
  readonly end?: 'save' | 'leave';
};

type Field = Setting & { readonly label: string; readonly otherwise: string };

const field = (key: SettingKey, label: string, otherwise = '-'): Field[] => {
  const setting = settingNamed(key);
  return setting === undefined ? [] : [{ ...setting, label, otherwise }];
};

const fields: readonly Field[] = [
  ...field('birthYear', 'Year of birth'),
  ...field('sex', 'Sex'),
  ...field('weightKg', 'Weight in kg'),
  ...field('restingBpm', 'Resting pulse', '- (mornings measure it)'),
  ...field('highestBpm', 'Highest pulse'),
  ...field('betaBlockers', 'Beta blockers'),
  ...field('irregularRhythm', 'Irregular rhythm'),
  ...field('trained', 'Trained'),
  ...field('cautionBpm', 'Caution', `${sourceLimits.cautionBpm} (the usual)`),
  ...field('limitBpm', 'Limit', `${sourceLimits.limitBpm} (the usual)`),
  ...field('emergencyNumber', 'Emergency number', '112'),
];
const lines = fields.length + 1;

export const draftOf = (profile: Profile): ProfileDraft => ({
  profile,
  edits: new Map(),
  selected: 0,
});

/** The profile with all that was edited. */
export const withEdits = (profile: Profile, { edits }: Pick<ProfileDraft, 'edits'>): Profile =>
  [...edits].reduce((edited, [key, value]) => changed(edited, { key }, value), profile);

/** What a key makes of a draft. */
export function typedInto(draft: ProfileDraft, typed: Typed): ProfileDraft {
  const character = typed.type === 'character' ? typed.character.toLowerCase() : undefined;
  if (draft.isAsking === true) return answered(draft, character);
  if (character !== undefined) return characterInto(draft, character);
  return typed.type === 'named' ? namedInto(draft, typed.name) : draft;
}

function answered(draft: ProfileDraft, character: string | undefined): ProfileDraft {
  if (character === 'y') return saved({ ...draft, isAsking: false });
  return character === 'n' ? left(draft) : { ...draft, isAsking: false };
}

const left = (draft: ProfileDraft): ProfileDraft => ({ ...draft, end: 'leave' });

function characterInto(draft: ProfileDraft, character: string): ProfileDraft {
  const setting = fields[draft.selected];
  if (setting !== undefined && isTaken(setting, character)) {
    const entry = word(setting, character) ?? `${draft.entry ?? ''}${character}`;
    const next = { ...draft, entry: entry.slice(0, longestEntry), problem: undefined };
    return word(setting, character) === undefined ? next : moved(next, 1);
  }
  if (character === 's') return saved(draft);
  if (character !== 'q') return draft;
  const isChanged = draft.edits.size > 0 || draft.entry !== undefined;
  return isChanged ? { ...draft, isAsking: true } : left(draft);
}

const longestEntry = 20;

const isTaken = (setting: Setting, character: string): boolean =>
  word(setting, character) !== undefined ||
  (setting.kind === 'number' && /[\d.]/.test(character)) ||
  (setting.key === 'emergencyNumber' && /[+\d ()/-]/.test(character));

/** Where one letter says it all. */
function word({ key, kind }: Setting, character: string): string | undefined {
  const words = key === 'sex' ? ['female', 'male'] : kind === 'yes-no' ? ['yes', 'no'] : [];
  return words.find((each) => each.startsWith(character));
}

type Name = Extract<Typed, { type: 'named' }>['name'];

function namedInto(draft: ProfileDraft, name: Name): ProfileDraft {
  switch (name) {
    case 'enter':
      return draft.selected === fields.length ? saved(draft) : moved(draft, 1);
    case 'down':
    case 'tab':
      return moved(draft, 1);
    case 'up':
      return moved(draft, -1);
    case 'backspace':
      return shortened(draft);
    case 'end-of-input':
      return left(draft);
    default:
      return draft;
  }
}

function shortened(draft: ProfileDraft): ProfileDraft {
  const setting = fields[draft.selected];
  if (setting === undefined) return draft;
  const standing = draft.entry ?? valueText(withEdits(draft.profile, draft), setting) ?? '';
  return { ...draft, entry: standing.slice(0, -1), problem: undefined };
}

/** Takes what was typed and goes to another line; what cannot be is said, and stays. */
function moved(draft: ProfileDraft, by: 1 | -1): ProfileDraft {
  const taken = takenIn(draft);
  if (taken.problem !== undefined) return taken;
  return { ...taken, selected: (taken.selected + by + lines) % lines };
}

function takenIn(draft: ProfileDraft): ProfileDraft {
  const { selected, entry, edits } = draft;
  const setting = fields[selected];
  if (setting === undefined || entry === undefined) return { ...draft, problem: undefined };
  const value = entry.trim() === '' ? undefined : settingValue(setting, entry);
  if (value === undefined && entry.trim() !== '') {
    return { ...draft, problem: `${setting.label}: it is ${setting.takes}.` };
  }
  const edited = new Map(edits).set(setting.key, value);
  return { ...draft, edits: edited, entry: undefined, problem: undefined };
}

function saved(draft: ProfileDraft): ProfileDraft {
  const taken = takenIn(draft);
  if (taken.problem !== undefined) return taken;
  try {
    checkedLimits(withEdits(taken.profile, taken));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...taken, problem: error.message };
  }
  return { ...taken, end: 'save' };
}

const formKeys = [
  { key: 'Enter', label: 'next' },
  { key: 'arrows', label: 'move' },
  { key: 's', label: 'saves' },
  { key: 'q', label: 'leaves' },
];
const askKeys = [
  { key: 'y', label: 'saves' },
  { key: 'n', label: 'leaves it as it was' },
  { key: 'any other', label: 'goes on' },
];

/** What the form shows of a draft. */
export function formModel(draft: ProfileDraft): ProfileFormModel {
  const { selected, entry, problem, isAsking = false } = draft;
  const profile = withEdits(draft.profile, draft);
  const setting = fields[selected];
  const note = isAsking ? 'Save what you changed?' : problem;
  return {
    fields: fields.map((each, index) => ({
      label: each.label,
      value: index === selected && entry !== undefined ? entry : (valueText(profile, each) ?? ''),
      otherwise: each.otherwise,
    })),
    selected,
    isTyping: entry !== undefined,
    about:
      setting === undefined
        ? ['Enter keeps it on this computer, readable by you alone.']
        : [`${capital(setting.about)}: ${setting.takes}. Enter leaves it as it is.`],
    ...(note !== undefined && { note }),
    keys: isAsking ? askKeys : formKeys,
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
