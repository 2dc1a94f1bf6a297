import type { Up } from '../review/up-offers.ts';
import type { Asker } from './ask.ts';

/** Asks whether to raise what may be raised; nothing, or anything but a number of the list, is a no. */
export async function askUp(asker: Asker, offers: readonly Up[]): Promise<Up | undefined> {
  asker.say('Three good sessions: if you like, one step more.');
  for (const [index, { because }] of offers.entries()) asker.say(`  ${index + 1}  ${because}`);
  const answer = await asker.ask('Type a number, or Enter to stay as you are: ');
  return /^\d$/.test(answer) ? offers[Number(answer) - 1] : undefined;
}
