import { profileDoor } from './doors/profile.ts';
import type { Profile } from './profile-schema.ts';

/** What a person sets by hand, with the words that say what it is and what it may be. */
export type Setting = {
  readonly key: SettingKey;
  readonly kind: 'number' | 'yes-no' | 'text';
  readonly about: string;
  readonly takes: string;
};

export type SettingKey =
  | 'cautionBpm'
  | 'limitBpm'
  | 'birthYear'
  | 'sex'
  | 'weightKg'
  | 'restingBpm'
  | 'highestBpm'
  | 'betaBlockers'
  | 'irregularRhythm'
  | 'trained'
  | 'emergencyNumber'
  | 'voice'
  | 'cues'
  | 'accessible'
  | 'theme';

const number = (key: SettingKey, about: string, takes: string): Setting => ({
  key,
  kind: 'number',
  about,
  takes,
});
const yesNo = (key: SettingKey, about: string): Setting => ({
  key,
  kind: 'yes-no',
  about,
  takes: 'yes or no',
});

export const settings: readonly Setting[] = [
  number('cautionBpm', 'the pulse that warns', 'a whole number from 40 to 220'),
  number('limitBpm', 'the pulse above which exercise stops', 'a whole number from 40 to 220'),
  number('birthYear', 'for the average highest pulse of your age', 'a year from 1900 to 2100'),
  { key: 'sex', kind: 'text', about: 'for estimates of energy', takes: 'female or male' },
  number('weightKg', 'your weight in kg', 'a number from 20 to 400'),
  number(
    'restingBpm',
    'your resting pulse, in place of what mornings measure',
    'a whole number from 25 to 130',
  ),
  number('highestBpm', 'your highest pulse, measured', 'a whole number from 60 to 220'),
  yesNo('betaBlockers', 'whether you take beta blockers'),
  yesNo('irregularRhythm', 'whether your rhythm is irregular, or a pacemaker sets it'),
  yesNo('trained', 'whether you are trained'),
  {
    key: 'emergencyNumber',
    kind: 'text',
    about: 'whom to call where you live',
    takes: 'a telephone number, such as 112',
  },
  yesNo('voice', 'whether warnings and steps are spoken'),
  {
    key: 'cues',
    kind: 'text',
    about: 'how much is spoken',
    takes: 'none, warnings, steps or all',
  },
  yesNo('accessible', 'whether sessions are told in sentences, for a screen reader'),
  {
    key: 'theme',
    kind: 'text',
    about: 'how the screens are coloured',
    takes: 'default, high-contrast or mono',
  },
];

export const settingNamed = (key: string): Setting | undefined =>
  settings.find((setting) => setting.key === key);

/** The value a text stands for; undefined where the setting does not take it. */
export function settingValue({ key, kind }: Setting, text: string): Profile[SettingKey] {
  const word = text.trim();
  const value = kind === 'number' ? numberIn(word) : kind === 'text' ? word : yesNoIn(word);
  if (key === 'emergencyNumber' && !/^[+\d][\d ()/-]{1,19}$/.test(text.trim())) return undefined;
  const parsed = profileDoor.schema().shape[key].safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const numberIn = (text: string): number | undefined =>
  /^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : undefined;

function yesNoIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'true', 'on'].includes(word)) return true;
  return ['no', 'n', 'false', 'off'].includes(word) ? false : undefined;
}
