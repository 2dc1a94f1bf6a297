import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { air, heart } from '../end-to-end/air.ts';
import { binary, emptyFolder, environment, knownHome } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const canTrace = spawnSync('strace', ['-qq', 'true']).status === 0;

const under = (trace: string): readonly string[] => [
  ...['strace', '-f', '-qq', '-s', '200', '-e', 'trace=network', '-o', trace],
];

/** Every call that reaches out of this machine's own processes; `allowed` are paths of sockets that may be spoken to. */
function offences(trace: string, allowed: readonly string[] = []): string[] {
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /\b(?:socket|connect|bind|sendto|sendmsg|sendmmsg)\(/.test(line))
    .filter((line) => !/\bsocket\(AF_UNIX,/.test(line))
    .filter((line) => !/\bsend(?:to|msg|mmsg)\(\d+, (?!.*sa_family)/.test(line))
    .filter((line) => !allowed.some((path) => line.includes(`AF_UNIX, sun_path="${path}`)));
}

/** Runs a command under strace; gives what of the network it touched. */
async function traced(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly found: string[] }> {
  const trace = join(emptyFolder(), 'trace');
  const [strace = '', ...rest] = under(trace);
  const child = spawn(strace, [...rest, process.execPath, binary, ...args], {
    env: environment(home, env),
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, found: offences(trace) };
}

describe('no network: connect and socket are watched (skipped where strace is missing or forbidden)', () => {
  test.skipIf(!canTrace)('the watch sees a call that is planted', async () => {
    const planted = join(emptyFolder(), 'telemetry.cjs');
    writeFileSync(planted, `require('node:net').connect(9, '127.0.0.1').on('error', () => {});`);
    const env = { NODE_OPTIONS: `--require ${planted}` };
    const { found } = await traced(emptyFolder(), ['routines', 'list'], env);
    expect(found.join('\n')).toMatch(/socket\(AF_INET/);
    expect(found.join('\n')).toMatch(/connect\(.*127\.0\.0\.1/);
  });

  test.skipIf(!canTrace)(
    'a whole session with a strap on a terminal, to its summary',
    async () => {
      const here = await air();
      const home = knownHome();
      heart(here.add('Polar H10', { batteryPercent: 80 }));
      const trace = join(emptyFolder(), 'trace');
      const screen = terminal(home, ['watch', '--sensor', 'any'], {
        env: here.env,
        under: under(trace),
      });
      await screen.shows(/y takes|bpm · live/, 40_000);
      screen.type('y');
      await screen.shows('bpm · live', 40_000);
      screen.type('q');
      await screen.shows('end now');
      screen.type('q');
      await screen.shows(/cool/i);
      screen.type('\u0003');
      await screen.exit;
      const radio = here.radio.socketPath;
      expect(readFileSync(trace, 'utf8')).toContain(radio);
      // D-Bus, where there is one, is asked to keep the machine awake.
      expect(offences(trace, [radio, '/run/dbus/', '/var/run/dbus/', '/run/user/'])).toEqual([]);
    },
    120_000,
  );

  test.skipIf(!canTrace)(
    'a routine, report, export, import, trends, analysis and doctor',
    async () => {
      const home = knownHome();
      const folder = emptyFolder();
      const out = join(folder, 'session.fit');
      const commands = [
        ['train', 'heart', '--sensor', 'simulator', '--speed', 'max', '--plain', '--screened'],
        ['report', '--out', join(folder, 'session.html')],
        ['report', '--weeks', '4', '--out', join(folder, 'weeks.html')],
        ['export', '1', '--format', 'fit', '--out', out],
        ['import', out],
        ['trends'],
        ['analyse', '1'],
        ['log', 'list'],
      ];
      for (const args of commands) {
        const { code, found } = await traced(home, args);
        expect([args.join(' '), code, found]).toEqual([args.join(' '), 0, []]);
      }
      const here = await air();
      const { found } = await traced(home, ['doctor', '--seconds', '1'], here.env);
      expect(found.filter((line) => !line.includes(here.radio.socketPath))).toEqual([]);
    },
    180_000,
  );
});

const reachesOut = [
  /(?:from|import|require)\s*\(?\s*['"](?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|undici|ws)['"]/,
  /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon)\s*\(/,
];
const reaching = (text: string): boolean => reachesOut.some((pattern) => pattern.test(text));

describe('no source names what could call out', () => {
  test.each(['src', 'devices', 'bin'])('%s', (folder) => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => /\.(?:tsx?|js|mjs|cjs)$/.test(name));
    expect(sources.length).toBeGreaterThan(0);
    const found = sources.filter((name) =>
      reaching(readFileSync(join(root, folder, name), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  test.each([
    "import { connect } from 'node:net';",
    "import https from 'https';",
    "const h = await import('node:http2');",
    "require('dgram')",
    'await fetch(url)',
    'new WebSocket(url)',
  ])('a planted offence is seen: %s', (text) => {
    expect(reaching(text)).toBe(true);
  });

  test('package.json has no script that an installation runs', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  });
});
