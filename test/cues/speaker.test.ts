import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSpeaker, type SpeakerOptions } from '../../src/cues/speaker.ts';
import type { Utterance } from '../../src/cues/utterance.ts';
import { type FakeVoice, fakeVoice, isAlive } from './fake-voice.ts';

const count = (text: string): Utterance => ({ text, rank: 0 });
const step = (text: string): Utterance => ({ text, rank: 1 });
const warning = (text: string): Utterance => ({ text, rank: 2 });
const over = (text: string): Utterance => ({ text, rank: 3 });

function speaking(fakes: readonly FakeVoice[], options: Partial<SpeakerOptions> = {}) {
  const notices: string[] = [];
  const speaker = createSpeaker({
    voices: fakes.map(({ voice }) => voice),
    onSilent: (reason) => notices.push(reason),
    ...options,
  });
  onTestFinished(() => speaker.hush());
  return { speaker, notices };
}

const sees = (look: () => unknown) => expect.poll(look, { timeout: 10_000, interval: 10 });

test('a text is handed over on the input alone: no shell, no option, nothing of it in the arguments', async () => {
  const fake = fakeVoice();
  const { speaker } = speaking([fake]);
  const text = `--help; $(touch ${fake.folder}/run) \`touch ${fake.folder}/run\` Caution, 92.`;
  speaker.say(warning(text));
  await sees(fake.finished).toEqual([text]);
  expect(fake.argv()).toEqual(['-v en --stdin']);
  expect(existsSync(join(fake.folder, 'run'))).toBe(false);
});

test('the newest wins: what is being said is ended, with all its processes', async () => {
  const fake = fakeVoice({ lastsS: 20 });
  const { speaker } = speaking([fake]);
  speaker.say(step('Get ready.'));
  await sees(fake.begun).toEqual(['Get ready.']);
  const [first] = fake.pids();
  expect(isAlive(first)).toBe(true);
  speaker.say(step('Go.'));
  await sees(fake.begun).toEqual(['Get ready.', 'Go.']);
  await sees(() => isAlive(first)).toBe(false);
  speaker.say(over('Over, 104.'));
  await sees(fake.begun).toEqual(['Get ready.', 'Go.', 'Over, 104.']);
  expect(fake.finished()).toEqual([]);
});

test('a warning is never cut by a lesser cue: a step waits for it, a count is left out', async () => {
  const fake = fakeVoice({ lastsS: 0.5 });
  const { speaker } = speaking([fake]);
  speaker.say(warning('Caution, 92.'));
  speaker.say(count('7'));
  speaker.say(step('Rest.'));
  speaker.say(count('8'));
  await sees(fake.finished).toEqual(['Caution, 92.', 'Rest.']);
  expect(fake.begun()).toEqual(['Caution, 92.', 'Rest.']);
});

test('over cuts caution, and caution does not cut over', async () => {
  const fake = fakeVoice({ lastsS: 0.5 });
  const { speaker } = speaking([fake]);
  speaker.say(warning('Caution, 92.'));
  await sees(fake.begun).toEqual(['Caution, 92.']);
  speaker.say(over('Over, 104.'));
  speaker.say(warning('Signal lost.'));
  await sees(fake.finished).toEqual(['Over, 104.', 'Signal lost.']);
});

test('A4 a warning whose cause is gone is ended; a step is not', async () => {
  const fake = fakeVoice({ lastsS: 20 });
  const { speaker } = speaking([fake]);
  speaker.say(warning('Caution, 92.'));
  await sees(fake.begun).toHaveLength(1);
  speaker.hushWarning();
  await sees(() => isAlive(fake.pids()[0])).toBe(false);
  speaker.say(step('Rest.'));
  await sees(fake.begun).toHaveLength(2);
  speaker.hushWarning();
  expect(isAlive(fake.pids()[1])).toBe(true);
});

test('a voice that is not there or fails is replaced by the next; the words are said', async () => {
  const missing = { ...fakeVoice(), voice: { program: '/nowhere/spd-say', args: [] } };
  const failing = fakeVoice({ code: 1 });
  const good = fakeVoice();
  const { speaker, notices } = speaking([missing, failing, good]);
  speaker.say(over('Over, 104.'));
  await sees(good.finished).toEqual(['Over, 104.']);
  speaker.say(step('Rest.'));
  await sees(good.finished).toEqual(['Over, 104.', 'Rest.']);
  expect(notices).toEqual([]);
});

test('where none speaks that is said once, and speaking on does no harm', async () => {
  const failing = fakeVoice({ code: 3 });
  const { speaker, notices } = speaking([failing]);
  speaker.say(over('Over, 104.'));
  await sees(() => notices).toEqual([expect.stringMatching(/does not speak: it ended with 3$/)]);
  for (let time = 0; time < 5; time += 1) speaker.say(warning('Caution, 92.'));
  await new Promise((done) => setTimeout(done, 100));
  expect(notices).toHaveLength(1);
  expect(failing.begun()).toHaveLength(2);
});

test('a voice that ends well but says that it could not, as espeak-ng does, is believed', async () => {
  const deaf = fakeVoice({ complaint: 'error: No such file or directory' });
  const { speaker, notices } = speaking([deaf]);
  speaker.say(over('Over, 104.'));
  await sees(() => notices).toEqual([
    expect.stringMatching(/does not speak: No such file or directory$/),
  ]);
});

test('a voice that hangs is ended at its deadline, and given up when it hangs again', async () => {
  const hanging = fakeVoice({ lastsS: 60 });
  const { speaker, notices } = speaking([hanging], { deadlineMs: 300 });
  speaker.say(over('Over, 104.'));
  // Had it waited for the voice, it would have given it up by now.
  expect(notices).toEqual([]);
  await sees(() => notices).toEqual([expect.stringMatching(/does not come to an end$/)]);
  await sees(() => hanging.pids().some(isAlive)).toBe(false);
});

test('after the end nothing is said, what goes on is ended, and last words may come to their end', async () => {
  const fake = fakeVoice({ lastsS: 20 });
  const { speaker } = speaking([fake]);
  speaker.say(step('Go.'));
  await sees(fake.begun).toHaveLength(1);
  speaker.close();
  await sees(() => isAlive(fake.pids()[0])).toBe(false);
  speaker.say(over('Over, 104.'));
  const last = fakeVoice({ lastsS: 0.5 });
  const other = speaking([last]).speaker;
  other.say({ ...step('The routine is done.'), isFarewell: true });
  other.close();
  await sees(last.finished).toEqual(['The routine is done.']);
  expect(fake.begun()).toHaveLength(1);
});
