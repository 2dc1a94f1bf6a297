import type { Profile } from '../journal/profile-schema.ts';
import { settingNamed, settingValue } from '../journal/profile-settings.ts';
import type { Asker } from './ask.ts';

type Answered = Pick<Profile, 'irregularRhythm' | 'betaBlockers' | 'emergencyNumber'>;

const questions = [
  ['irregularRhythm', 'Is your heart known to beat irregularly, or do you have a pacemaker?'],
  ['betaBlockers', 'Do you take beta blockers?'],
] as const;

/** The questions that are asked once (§4); what is left open stays open, and can be set later. */
export async function askOnce(asker: Asker): Promise<Answered> {
  asker.say(
    'Asked once, for your profile. Enter skips a question; pulsepace profile edit answers it later.',
  );
  const answered: { irregularRhythm?: boolean; betaBlockers?: boolean; emergencyNumber?: string } =
    {};
  for (const [key, question] of questions) {
    const value = await answerTo(asker, key, `${question} (yes/no) `);
    if (typeof value === 'boolean') answered[key] = value;
  }
  const number = await answerTo(
    asker,
    'emergencyNumber',
    'What is the emergency number where you live? (such as 112) ',
  );
  if (typeof number === 'string') answered.emergencyNumber = number;
  return answered;
}

async function answerTo(
  asker: Asker,
  key: string,
  question: string,
): Promise<ReturnType<typeof settingValue>> {
  const setting = settingNamed(key);
  for (;;) {
    const answer = await asker.ask(question);
    if (answer === '' || setting === undefined) return undefined;
    const value = settingValue(setting, answer);
    if (value !== undefined) return value;
    asker.say(`It is ${setting.takes}.`);
  }
}
