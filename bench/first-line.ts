/**
 * Start to the first words on a real terminal that a person can use, beside a program that writes them at once.
 * Equal work: both are measured until a letter or a digit is on the terminal, whatever escapes came before.
 * npm run bench -- first-line [--rounds N]
 */
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { binary } from './process-run.ts';
import { msText, tell, times } from './row.ts';
import { knownData, untilShown } from './until-shown.ts';

const goal = 1.6;
const word = /[\p{L}\p{N}]{2}/u;
const ours = [binary, 'watch', '--sensor', 'simulator', '--no-log', '--data-dir', knownData()];
const took = await interleaved(
  {
    floor: () => untilShown(['-e', 'process.stdout.write("pulsepace")'], word),
    raw: () =>
      untilShown(['-e', 'process.stdout.write("\\u001b[?25l\\u001b[2J\\u001b[1;1H72 bpm")'], word),
    ours: () => untilShown(ours, word),
  },
  option('rounds', 21),
);
const first = String(took.ours.value).trim().split('\n')[0]?.trim().slice(0, 60) ?? '';
const ratio = took.ours.wallMs / took.floor.wallMs;
tell({
  what: 'first useful line on the terminal',
  floor: `node that writes a word ${msText(took.floor)}`,
  peers: [`raw ANSI ${msText(took.raw)}, ${times(took.raw.wallMs / took.floor.wallMs)}`],
  ours: msText(took.ours),
  ratio: `${times(ratio)} (CPU ${times(took.ours.cpuMs / took.floor.cpuMs)})`,
  goal: `≤ ${goal}×`,
  reached: ratio <= goal,
  equal: `each has shown a word: ${sameWork({ floor: word.test(String(took.floor.value)), ours: word.test(first) })}; ours begins ${JSON.stringify(first)}`,
});
