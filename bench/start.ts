/**
 * Start to end of `--help`, `--version` and `decode` of 64 packets, beside an empty program and an empty module.
 * Equal work: help names its commands, the version is package.json's, decode's lines are those of the decoder.
 * npm run bench -- start [--rounds N]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeHeartRateMeasurement } from '../devices/heart-rate-measurement.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { usualPackets } from './packets.ts';
import { binary, here, node } from './process-run.ts';
import { msText, tell, times } from './row.ts';

const goal = 1.3;
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-start-'));
const module = join(folder, 'empty.mjs');
writeFileSync(module, '');
const hex = usualPackets.map((bytes) => Buffer.from(bytes).toString('hex')).join('\n');
const took = await interleaved(
  {
    floor: () => node(['-e', '0']),
    module: () => node([module]),
    help: () => node([binary, '--help']),
    version: () => node([binary, '--version']),
    decode: () => node([binary, 'decode'], { input: hex }),
  },
  option('rounds', 21),
);
rmSync(folder, { recursive: true });

const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
const decoded = usualPackets
  .map((bytes) => `${JSON.stringify(decodeHeartRateMeasurement(bytes))}\n`)
  .join('');
const equal = {
  help: `help names train: ${sameWork({ help: String(took.help.value).includes('train [options] [routine]'), needed: true })}`,
  version: sameWork({ version: took.version.value, 'package.json': `${version}\n` }),
  decode: `${sameWork({ decode: String(took.decode.value), decoder: decoded }).length > 0 ? 64 : 0} packets as the decoder reads them`,
};
for (const name of ['help', 'version', 'decode'] as const) {
  const [wall, cpu] = [took[name].wallMs / took.floor.wallMs, took[name].cpuMs / took.floor.cpuMs];
  tell({
    what: `start: ${name === 'decode' ? 'decode' : `--${name}`}`,
    floor: `node -e 0 ${msText(took.floor)}`,
    peers: [
      `an empty module ${msText(took.module)}, ${times(took.module.wallMs / took.floor.wallMs)}`,
    ],
    ours: msText(took[name]),
    ratio: `${times(wall)} (CPU ${times(cpu)})`,
    goal: `≤ ${goal}× node -e 0${name === 'help' ? '' : ' (asked of --help)'}`,
    reached: wall <= goal,
    equal: equal[name],
  });
}
