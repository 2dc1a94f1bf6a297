import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { air, heart } from '../end-to-end/air.ts';
import { emptyFolder, knownHome, newestJournal } from '../end-to-end/pulsepace.ts';
import { type RealTerminal, terminal } from '../end-to-end/terminal.ts';
import {
  plantImports,
  plantJournal,
  plantRoutine,
  spoilCatalogue,
  spoilProfile,
} from './hostile-home.ts';
import { expectHarmless, hostile } from './hostile-text.ts';

/** Runs a command on a terminal to its end, and looks at every byte it was given; returns them. */
async function shown(home: string, ...args: readonly string[]): Promise<string> {
  const screen = terminal(home, args, { columns: 120, rows: 40 });
  await screen.exit;
  expectHarmless(screen.written(), args.join(' '));
  return screen.written();
}

/** Leaves a screen with Ctrl-C, and looks at every byte. */
async function left(screen: RealTerminal, what: string): Promise<string> {
  screen.type('\u0003');
  await screen.exit;
  expectHarmless(screen.written(), what);
  return screen.written();
}

/** What was planted is there, so that its controls were taken away and not the whole of it. */
const arrived = (written: string, ...tags: readonly string[]) => {
  for (const tag of tags) expect.soft(written).toContain(`${tag}a`);
};

describe('hostile texts: no control of theirs reaches a terminal', () => {
  test('names of straps, in a scan, in the profile and in a session', async () => {
    const here = await air();
    const home = knownHome();
    plantRoutine(home);
    const names = [
      'Zeda\u001b[5m\u009b6nPol\u202e\u0007',
      'Zedb\u001b]52;c;cQ==\u0007\n',
      '../../Zedc\u001b]8;;x\u001b\\',
      '__proto__',
      '$(id)',
      `Zedf${'\u0301'.repeat(12)}`,
    ];
    const straps = names.map((name) =>
      here.add(name, { manufacturer: hostile('Mfr').slice(0, 40), batteryPercent: 80 }),
    );
    for (const strap of straps) heart(strap);
    const scan = terminal(home, ['sensors', 'scan'], { env: here.env, columns: 120 });
    for (const seen of ['Zeda', 'Zedb', '../../Zedc', '__proto__', '$(id)', 'Zedf'])
      await scan.shows(seen);
    const list = (await scan.screen()).split('\n');
    scan.type(
      list
        .find((row) => row.includes('Zeda'))
        ?.trim()
        .replace(/^> /, '')
        .charAt(0) ?? '1',
    );
    await scan.shows(/Zeda[^\n]*: 72 bpm/);
    scan.type('y');
    await scan.exit;
    expectHarmless(scan.written(), 'sensors scan');

    const screen = terminal(home, ['train', 'evil', '--screened'], { env: here.env, columns: 120 });
    await screen.shows('bpm · live');
    await screen.shows('Oneprompta');
    screen.type('o');
    await screen.shows('Enter closes');
    screen.type(`\u001b[200~${hostile('Note')}\u001b[201~`);
    await screen.shows('Notez_');
    screen.type('\r');
    await screen.showsNot('Notez_');
    arrived(await left(screen, 'train'), 'Onestep', 'Note', 'Zed');
    const { header, facts } = newestJournal(home);
    expect(header.sensor).toMatch(/^Zeda[^\p{C}]*Pol$/u);
    const noted = facts.find(({ type }) => type === 'note-added');
    expect(JSON.stringify(noted)).toMatch(/Notea [^\\]*Notez/);
    arrived(await shown(home, 'log', 'show'), 'Rname', 'Note', 'Zed');
    arrived(await shown(home, 'sensors'), 'Zed');
  }, 120_000);

  test('routines: told, checked, on the home screen, and trained in every form', async () => {
    const home = knownHome();
    plantRoutine(home);
    arrived(await shown(home, 'routines', 'list'), 'Rsum');
    arrived(await shown(home, 'routines', 'list', '--json'), 'Rsum');
    arrived(await shown(home, 'routines', 'show', 'evil'), 'Rname', 'Onestep', 'Twomind');
    arrived(await shown(home, 'routines', 'show', 'evil', '--json'), 'Rname', 'Onestep');
    arrived(await shown(home, 'routines', 'show', 'evil', '--yaml'), 'Rname');
    arrived(await shown(home, 'routines', 'check', 'evil'), 'Rname');
    await shown(home, 'routines', 'check', hostile('Path'));
    await shown(home, 'train', hostile('Path'), '--no-sensor');
    await shown(home, 'routines', 'level', 'evil');
    const quick = ['--sensor', 'simulator', '--speed', 'max', '--no-log', '--screened'];
    for (const form of ['--plain', '--accessible', '--json']) {
      arrived(await shown(home, 'train', 'evil', ...quick, form), 'Rname', 'Onestep');
    }
    const screen = terminal(home, []);
    await screen.shows('Start');
    screen.type('s');
    await screen.shows('Rsuma');
    await left(screen, 'home');
  }, 120_000);

  test('journals, imports, catalogue and profile: listed, shown, browsed, compared, reported, exported', async () => {
    const home = knownHome();
    const folder = emptyFolder();
    plantJournal(home);
    for (const path of plantImports(emptyFolder())) {
      await shown(home, 'import', path);
      await shown(home, 'import', path, '--json');
      await shown(home, 'analyse', path);
    }
    await shown(home, 'watch', '--sensor', `replay:${hostile('Path')}`);
    arrived(await shown(home, 'log', 'list'), 'Jname');
    arrived(await shown(home, 'log', 'show', '3'), 'Tmade');
    await shown(home, 'log', 'list', '--json');
    const all = ['Jname', 'Jsensor', 'Jnote', 'Jone'];
    arrived(await shown(home, 'log', 'show', 'jevil1'), ...all);
    arrived(await shown(home, 'log', 'show', 'jevil1', '--json'), ...all);
    arrived(await shown(home, 'log', 'compare', 'jevil1', '2'), 'Jname');
    arrived(await shown(home, 'log', 'note', 'jevil1', hostile('Typed')));
    for (const args of [['verify'], ['verify', '--json'], ['show', hostile('Id')], ['recover']])
      await shown(home, 'log', ...args);
    await shown(home, 'analyse', 'jevil1');
    for (const format of ['csv', 'tcx', 'fit', 'rr', 'json']) {
      await Promise.all([
        shown(home, 'export', '1', '2', '3', '--format', format, '--out', `${folder}/`),
        shown(home, 'export', 'jevil1', '--format', format, '--out', '-'),
      ]);
    }
    await shown(home, 'report', 'jevil1', '--out', join(folder, 'report.html'));
    expectExports(folder);

    spoilCatalogue(home);
    spoilProfile(home);
    arrived(await shown(home, 'log', 'list'), 'Cname');
    for (const args of [['trends'], ['profile'], ['sensors'], ['sensors', '--json']])
      await shown(home, ...args);
    await shown(home, 'sensors', 'use', hostile('Pnick'));
    const browser = terminal(home, ['log', 'browse'], { columns: 120 });
    await browser.shows('Cnamea');
    browser.type('\r');
    await browser.shows(/namea|Open/);
    await left(browser, 'log browse');
    const start = terminal(home, [], { columns: 120 });
    await start.shows('Pnick');
    await left(start, 'home');
  }, 120_000);
});

/** File names of our own making, and no control in any file that is text. */
function expectExports(folder: string): void {
  const names = readdirSync(folder);
  expect(new Set(names.map((name) => name.replace(/.*\./, '')))).toEqual(
    new Set(['csv', 'tcx', 'fit', 'txt', 'json', 'html']),
  );
  for (const name of names) {
    expect(name).toMatch(/^[0-9A-Za-z_.-]+$/);
    // What is for programs keeps its texts; no terminal is given them.
    if (/\.(fit|json)$/.test(name)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    expectHarmless(text, name);
    if (!name.endsWith('.csv')) continue;
    for (const row of text.trimEnd().split('\r\n'))
      for (const cell of row.split(',')) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
  }
}
