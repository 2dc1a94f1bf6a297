import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { curvePoints } from '../../src/commands/log-curve.ts';
import { logShow } from '../../src/commands/log-show.ts';
import { renderSummary } from '../../src/commands/log-summary.ts';
import { sessionIntensity } from '../../src/review/load/session-intensity.ts';
import { summarize } from '../../src/review/summary.ts';
import { cellWidth, withoutStyle } from '../../src/ui/cell-width.ts';
import { beats, headerOf, linkLost, plainRoutine, press, tell } from '../session/story.ts';
import { keptOutput, storeSession } from './stored-session.ts';

const header = headerOf(plainRoutine(2), {
  source: 'simulator',
  sensor: 'simulated strap (untrained)',
});
/** Caution, over and an over-stop in the first exercise, a lost link in the second, then the pulse comes down. */
const { facts } = tell(header, [
  ...beats(75, 2, 40),
  ...beats(95, 40, 50),
  ...beats(105, 50, 60),
  ...beats(80, 60, 130),
  linkLost(130),
  ...beats(86, 150, 230),
  ...beats(70, 230, 420),
]);
const drawn = (width: number, more: { colour?: boolean; unicode?: boolean } = {}): string =>
  renderSummary(summarize(header, facts), curvePoints(facts), { width, colour: false, ...more });

describe('a session as text', () => {
  test('in 80 columns', () => {
    expect(drawn(80)).toMatchInlineSnapshot(`
      "Plain
      2026-11-22 08:00 (UTC+01:00)
      SIMULATOR, not a real heart: simulated strap (untrained)
      5:39 · completed · pulse known for 93.5 % of the time

             ╎                       ╎                                                
             ╎       ⡏⠉⡇             ╎                                                
      100 · ·╎· · · ⢰⠁·⡇· · · · · · ·╎· · · · · · · · · · · · · · · · · · · · · · · · 
          · ·╎· · ⢸⠉⠉ ·⡇· · · · · · ·╎· · · · · · · · · · · · · · · · · · · · · · · · 
       90 · ·╎· · ⢸ · ·⡇· · · · · · ·╎· · ·⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡀· · · · · · · · · · · · 
             ╎    ⢸    ⡇             ╎                       ⡇                        
             ╎    ⢸    ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉                      ⡇                        
       70 ⠉⠉⠉⠉⠉⠉⠉⠉⠉                  ╎                       ⣇⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
          0:00                                                                    5:39

      Laps
      step    from  time  avg  max  rise  back  outcome  stops
      Step 1  0:17  1:19   84  105    30  0:10  done     1, 0:25
      Step 2  2:04  1:25   86   86     6        done     1, 0:25
      rise: from the first 10 s to the highest; back: the longest from a stop until
      below caution, where that was reached

      Zones
      ● easy     below 90      4:57   88 %
      ▲ caution  90–100        0:10    3 %
      ■ over     above 100     0:10    3 %
      ○ no pulse               0:22    6 %

      Warnings
      ▲ caution at    0:40 for   0:30 peak 105
      ■ over    at    0:50 for   0:20 peak 105

      Gaps
        0:00–0:02 looking for the pulse
        2:10–2:30 signal lost

      Recovery: the effort ended at 3:29 with 86 bpm
        60 s later: 16 bpm lower
        120 s later: 16 bpm lower
      "
    `);
  });

  test('a profile with a highest pulse shows the intensity and its source, in as many columns as asked for', () => {
    const real = { ...header, source: 'strap' as const };
    const person = { restingBpm: 62, highestBpm: 150 };
    for (const width of [40, 80]) {
      const text = renderSummary(
        summarize(real, facts),
        [],
        { width, colour: false },
        sessionIntensity(real, facts, person),
      );
      expect(text).toMatch(/Intensity\n {2}below 50 % below 106 +5:17 {3}94 %/);
      expect(text.replace(/\s+/g, ' ')).toContain('(Karvonen): pulse at rest 62, from the profile');
      for (const line of text.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width);
    }
    expect(drawn(80)).not.toContain('Intensity');
  });

  test('it ends with words, also where nothing follows the gaps', () => {
    const rest = { ...header, kind: 'rest' as const };
    const text = renderSummary(summarize(rest, facts), [], { width: 80, colour: false });
    expect(text).toMatch(/\S\n$/);
  });

  test('A6: without a strap there are no zones to show', () => {
    const timer = { ...header, source: 'none' as const, sensor: 'none' };
    const text = renderSummary(
      summarize(timer, [{ type: 'session-ended', atMs: 60_000, reason: 'completed' }]),
      [],
      {
        width: 80,
        colour: false,
      },
    );
    expect(text).not.toMatch(/Zones|below 90/);
  });

  test('limits that keys have moved are told, and no zone is drawn with numbers that held only at first', () => {
    const moved = tell(header, [
      ...beats(75, 2, 30),
      press(30, 'limits-raise'),
      ...beats(75, 31, 60),
    ]);
    const text = renderSummary(summarize(header, moved.facts), [], { width: 80, colour: false });
    expect(text).toContain('\nLimits 90/100, later 95/105 (from 0:30)\n');
    expect(text).toMatch(/easy {5}below {2}/);
    expect(text).toMatch(/caution {2}between /);
    expect(drawn(80)).not.toContain('Limits');
    const curve = renderSummary(summarize(header, moved.facts), curvePoints(moved.facts), {
      width: 80,
      colour: false,
    });
    for (const number of ['100', ' 90', '105', '95'])
      expect(curve).toMatch(new RegExp(`${number} ?[·╎ ⠀-⣿]{3}`));
  });

  test('in 40 columns', () => {
    expect(drawn(40)).toMatchInlineSnapshot(`
      "Plain
      2026-11-22 08:00 (UTC+01:00)
      SIMULATOR, not a real heart: simulated
      strap (untrained)
      5:39 · completed · pulse known for 93.5
      % of the time

           ╎           ╎                      
           ╎   ⡏⡇      ╎                      
      100 ·╎· ·⡇⡇ · · ·╎· · · · · · · · · · · 
          ·╎· ⡏⠁⡇ · · ·╎· · · · · · · · · · · 
       90 ·╎· ⡇ ⡇ · · ·╎·⢀⣀⣀⣀⣀⣀⣀⣀⣀⡀ · · · · · 
           ╎  ⡇ ⡇      ╎          ⡇           
           ╎  ⡇ ⠉⠉⠉⠉⠉⠉⠉⠉          ⡇           
       70 ⠉⠉⠉⠉⠁        ╎          ⣇⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
          0:00                            5:39

      Laps
      step    time  avg  max  outcome
      Step 1  1:19   84  105  done
      Step 2  1:25   86   86  done

      Zones
      ● easy     below 90      4:57   88 %
      ▲ caution  90–100        0:10    3 %
      ■ over     above 100     0:10    3 %
      ○ no pulse               0:22    6 %

      Warnings
      ▲ caution at    0:40 for   0:30 peak 105
      ■ over    at    0:50 for   0:20 peak 105

      Gaps
        0:00–0:02 looking for the pulse
        2:10–2:30 signal lost

      Recovery: the effort ended at 3:29 with
      86 bpm
        60 s later: 16 bpm lower
        120 s later: 16 bpm lower
      "
    `);
  });

  test('is never wider than it was asked to be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 160 }), fc.boolean(), (width, unicode) => {
        const widths = drawn(width, { unicode, colour: true })
          .split('\n')
          .map((text) => cellWidth(withoutStyle(text)));
        expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('is ASCII alone where no more is asked', () => {
    expect(drawn(80, { unicode: false })).toMatch(/^[\n -~]*$/);
  });

  test('has no escape without colour, and the same words with it', () => {
    expect(drawn(80)).not.toContain('\u001b');
    expect(drawn(80, { colour: true })).toContain('\u001b[');
    expect(withoutStyle(drawn(80, { colour: true }))).toBe(drawn(80));
  });

  test('says plainly that a simulator or a replay is no heart of today', () => {
    expect(drawn(80)).toContain('SIMULATOR, not a real heart: simulated strap (untrained)');
    const replayed = summarize({ ...header, source: 'replay', sensor: 'walk.rr.txt' }, facts);
    expect(renderSummary(replayed, [], { width: 80, colour: false })).toContain(
      'REPLAY of a recording: walk.rr.txt',
    );
  });

  test('says why a value is not known', () => {
    const cut = summarize(header, facts.slice(0, 60));
    const text = renderSummary(cut, curvePoints(facts.slice(0, 60)), { width: 80, colour: false });
    expect(text).toContain('interrupted: it broke off here');
    expect(text).toContain('60 s later: not known, the session ended less than 65 s after it');
    const empty = renderSummary(summarize(header, []), [], { width: 120, colour: false });
    expect(empty).toContain('pulse not known: the session has no length');
    expect(empty).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('without a strap no warning is not calm: nothing watched', () => {
    const bare = renderSummary(summarize({ ...header, source: 'none' }, []), [], {
      width: 80,
      colour: false,
    });
    expect(bare).toContain('Warnings: not known, no sensor was worn');
    expect(bare).not.toContain('Warnings: none');
  });

  test('strips what a hostile sensor or routine name would do to the terminal', () => {
    const hostile = '\u001b[2J\u009b31mEvil\u202e\u0007';
    const { routine } = header;
    const named = {
      ...header,
      sensor: hostile,
      routine: {
        ...routine,
        name: hostile,
        steps: routine.steps.map((step) => ({ ...step, name: hostile })),
      },
    };
    const text = renderSummary(summarize(named, facts), [], { width: 80, colour: false });
    expect(text).toContain('Evil');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
  });
});

describe('log show', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pulsepace-log-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('shows the newest session by itself, another by its id', () => {
    storeSession(directory, { ...header, id: 'older' }, facts);
    storeSession(
      directory,
      { ...header, id: 'newer', startedAt: '2026-11-23T07:00:00.000Z' },
      facts,
    );
    const [newest, named] = [keptOutput(), keptOutput()];
    expect(logShow(directory, newest, { width: 80, colour: false })).toBe(0);
    expect(newest.kept.out).toContain('2026-11-23 08:00 (UTC+01:00)');
    expect(logShow(directory, named, { width: 80, colour: false, session: 'older' })).toBe(0);
    expect(named.kept.out).toBe(drawn(80));
    expect(named.kept.err).toBe('');
  });

  test('--json is the summary on one line, never coloured, nothing else on stdout', () => {
    storeSession(directory, { ...header, sensor: '\u009b31m\u202estrap' }, facts);
    const output = keptOutput();
    expect(logShow(directory, output, { width: 80, colour: true, json: true })).toBe(0);
    expect(JSON.parse(output.kept.out)).toEqual(
      JSON.parse(JSON.stringify(summarize({ ...header, sensor: '\u009b31m\u202estrap' }, facts))),
    );
    expect(output.kept.out).toMatch(/^[ -~]*\n$/);
  });

  test('shows what can be read of a damaged journal, says so on stderr, and exits 5', () => {
    const path = storeSession(directory, header, facts, ['{"type":"measured"\n', 'garbage\n']);
    const output = keptOutput();
    expect(logShow(directory, output, { width: 80, colour: false })).toBe(5);
    expect(output.kept.out).toBe(drawn(80));
    expect(output.kept.err).toBe(
      `2 lines of ${JSON.stringify(path)} could not be read and were left out (the first is line ` +
        `${facts.length + 1}: not JSON); what is shown is the rest.\n`,
    );
  });

  test('throws with exit code 3 where there is no such session', () => {
    storeSession(directory, header, facts);
    const output = keptOutput();
    expect(() => logShow(directory, output, { width: 80, colour: false, session: 'nope' })).toThrow(
      expect.objectContaining({ exitCode: 3 }),
    );
  });
});
