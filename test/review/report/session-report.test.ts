import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionReport } from '../../../src/review/report/session-report.ts';
import { sessionView } from '../../../src/review/report/session-view.ts';
import type { Fact } from '../../../src/session/facts.ts';
import type { SessionHeader } from '../../../src/session/header.ts';
import { anyCharacter } from '../../any-character.ts';
import { beats, headerOf, openHeader, plainRoutine, press, tell } from '../../session/story.ts';
import { began, ended, journal, over, steady } from '../journal-facts.ts';
import { restFacts } from '../rest-facts.ts';
import { header, storyFacts } from './sessions.ts';

const pageOf = (
  facts: readonly Fact[],
  change: Partial<SessionHeader> = {},
  damagedLines = 0,
  person: Parameters<typeof sessionReport>[0]['person'] = {},
): string =>
  sessionReport({ header: { ...header, ...change }, facts, damagedLines, person }, 'pulsepace 0');
/** What a reader sees, in one line. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const said = (...args: Parameters<typeof pageOf>): string => textOf(pageOf(...args));
const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? [];

describe('the report of a session', () => {
  test('says when it was, where, at which level, and under which limits from where (A10)', () => {
    const text = said(storyFacts);
    expect(text).toContain('Sunday 22 November 2026, 08:00 (Europe/Berlin, UTC+01:00)');
    expect(text).toContain('caution from 90, limit 100 bpm (pulsepace’s usual)');
    expect(text).toContain('Level 0 of 10');
  });

  test('A6: a session without a strap names no limits and no zones, which nothing kept to', () => {
    const text = said([{ type: 'session-ended', atMs: 60_000, reason: 'completed' }], {
      source: 'none',
    });
    expect(text).toContain('nothing watched the pulse');
    expect(text).not.toMatch(/Limits|limit 100|below 90|Zones/);
  });

  test('says when keys changed the limits, and counts no zone by numbers that held only at first', () => {
    const moved = tell(headerOf(plainRoutine(2)), [
      ...beats(75, 2, 30),
      press(30, 'limits-raise'),
      ...beats(75, 31, 60),
    ]);
    const text = said(moved.facts);
    expect(text).toContain('; from 0:30 caution from 95, limit 105 bpm');
    expect(text).toContain('below 90, then 95');
    expect(text).toContain('90–100, then 95–105');
  });

  test('tells the intensity where the profile allows it, with its source, and nothing where it does not', () => {
    const person = { restingBpm: 62, highestBpm: 150 };
    const strap = { source: 'strap' } as const;
    expect(said(storyFacts, strap, 0, person)).toMatch(
      /Intensity Shares of the reserve between rest and highest \(Karvonen\): pulse at rest 62.* below 50 % below 106 5:/,
    );
    expect(said(storyFacts, strap)).not.toContain('Intensity');
    expect(said(storyFacts, strap, 0, { ...person, irregularRhythm: true })).not.toContain(
      'Intensity',
    );
  });

  test('lists every warning with its exercise, length, peak and acknowledgement (A3)', () => {
    expect(said(storyFacts)).toContain(
      '▲ caution 0:40 1. Step 1 0:30 105 after 0:15 ■ over the limit 0:50 1. Step 1 0:20 105 after 0:05',
    );
  });

  test('shows variability at rest, but none where the profile says that the rhythm is irregular', () => {
    expect(said(restFacts)).toMatch(/Variability at rest [0-9.]+ ms/);
    const told = said(restFacts, {}, 0, { irregularRhythm: true });
    expect(told).toContain('Variability at rest Not known: your profile says');
    expect(told).toMatch(/Pulse at rest 60/);
  });

  test('tells of each exercise what was planned, done, and how the pulse answered', () => {
    expect(said(storyFacts)).toMatch(
      /1\. Step 1 1:00 0:\d\d, done; 1 stop, 0:\d\d 1:19 8\d 105 \+30 0:10 100 %/,
    );
  });

  test('knows the pulse for all of a lap that begins between two measurements', () => {
    const between = journal(steady(80, 0, 120), began(10.6), ended(40.4, 'done'), over(120));
    const view = sessionView(header, between, {});
    expect(view.laps.map(({ coveragePercent }) => coveragePercent)).toEqual([100]);
  });

  test('names what was not known, and why', () => {
    const text = said(storyFacts);
    expect(text).toContain('The pulse was known for 94 % of the session.');
    expect(text).toContain('2:10 0:20 the signal was lost');
    expect(text).toContain('Not known: no rest was measured to its end');
    const cut = said(storyFacts.slice(0, 60));
    expect(cut).toContain('Interrupted: the record breaks off without an end');
    expect(cut).toContain('(the session ended less than 65 s after it)');
  });

  test('never lets not knowing look like calm: no warning is worth as much as the pulse was known', () => {
    const calm = tell(header, []).facts;
    expect(said(calm)).not.toContain('None in the');
    expect(said([], { source: 'none' })).toContain('nothing watched the pulse');
    expect(said([])).toContain('There is no pulse to draw');
    expect(said([])).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });

  test('says of a session of another program that its warnings are not known, never that there were none', () => {
    const calm = tell(header, beats(70, 2, 300)).facts;
    const text = said(calm, { source: 'import' });
    expect(text).toContain('Warnings Not known: no guard of ours watched this');
    expect(text).toContain('Warnings Not known: no guard of ours watched this. Exercises');
    expect(text).toContain('warnings not known,');
    expect(text).not.toContain('None in the');
    expect(said(calm)).toContain('None in the');
    expect(said(calm)).toContain('0 warnings,');
  });

  test('says plainly that a simulator, a replay or a timer is no heart of that day', () => {
    expect(said(storyFacts, { source: 'simulator' })).toContain('Simulated heart.');
    expect(said(storyFacts, { source: 'replay' })).toContain('Replay of a recording.');
    expect(said(storyFacts, { source: 'none' })).toContain('No sensor.');
    expect(said(storyFacts)).not.toMatch(/Simulated|Replay|No sensor\./);
  });

  test('says that lines of the journal were damaged (D5)', () => {
    expect(said(storyFacts, {}, 2)).toContain('2 lines of the journal could not be read');
    expect(said(storyFacts)).not.toContain('damaged');
  });

  test('puts discomfort first among the warnings, with its reason', () => {
    const facts: Fact[] = [
      { type: 'discomfort-reported', atMs: 65_000 },
      { type: 'discomfort-explained', atMs: 70_000, reason: 'chest' },
    ];
    expect(said(facts)).toContain('Discomfort was reported after 1:05: chest pain or pressure.');
  });

  test('breaks the curve where the pulse was not known, and draws nothing in between', () => {
    const [, path = ''] = /class="curve" d="([^"]*)"/.exec(pageOf(storyFacts)) ?? [];
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).toMatch(/^(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+)+$/);
  });

  test('keeps the highest and lowest values of a curve that is thinned out', () => {
    const hours = Array.from(
      { length: 20_000 },
      (_, s): Fact => ({
        type: 'measured',
        atMs: s * 1000,
        bpm: s === 12_345 ? 149 : 80,
        rrIntervalsMs: [],
      }),
    );
    const page = sessionReport(
      { header: openHeader(), facts: hours, damagedLines: 0, person: {} },
      'app',
    );
    const [, path = ''] = /class="curve" d="([^"]*)"/.exec(page) ?? [];
    const heights = new Set([...path.matchAll(/ ([\d.]+)/g)].map(([, y]) => y));
    expect(heights.size).toBe(2);
    expect(page.length).toBeLessThan(200_000);
  });

  test('says the disclaimer once, and never what a doctor would have to say', () => {
    const page = pageOf(storyFacts);
    expect(page.match(/no medical device/g)).toHaveLength(1);
    expect(page).not.toMatch(/\bsafe\b|arrhythmia|abnormal|normal range|healthy/i);
  });

  test('loads nothing and runs nothing', () => {
    const page = pageOf(storyFacts);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|@import|\bsrc=|\bhref=|url\((?!#)|https?:/i,
    );
  });

  test('keeps its structure whatever the names, notes and zones in the journal are', () => {
    const nasty = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><svg onload=x>',
        '&lt;b&gt;',
        '\u202egnp.exe',
        "' onclick='",
        ']]>-->',
        '\u001b[2J',
        '__proto__',
      ),
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 40 }),
    );
    const pageWith = (text: string): string => {
      const routine = {
        ...header.routine,
        name: text,
        steps: header.routine.steps.map((step) => ({ ...step, name: text })),
      };
      const note: Fact = { type: 'note-added', atMs: 500_000, text };
      const named = { ...header, routine, sensor: text, timeZone: text, app: text };
      return sessionReport(
        { header: named, facts: [...storyFacts.slice(0, 90), note], damagedLines: 0, person: {} },
        text,
      );
    };
    const plain = tagsOf(pageWith('harmless'));
    fc.assert(
      fc.property(nasty, (text) => {
        const page = pageWith(text);
        expect(tagsOf(page)).toEqual(plain);
        expect(page.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 25 },
    );
  });

  test('counts a load where the highest pulse is known, and says how it is known; else why there is none', () => {
    expect(said(storyFacts)).toContain(
      'Load: not known, the profile has neither a highest pulse nor a year of birth.',
    );
    expect(said(storyFacts, {}, 0, { highestBpm: 120 })).toMatch(
      /Load 1\d\. Edwards’ load: .* \(highest pulse 120, measured\); the pulse was known for 94 % of the time/,
    );
    expect(said(storyFacts, {}, 0, { highestBpm: 120, restingBpm: 60, sex: 'male' })).toContain(
      'Banister’s impulse (men)',
    );
    expect(said(storyFacts, {}, 0, { ageYears: 60 })).toContain(
      '(highest pulse 166, estimated from age',
    );
  });

  test('tells the energy where the profile has a weight: of the time the formula was made for, else why not', () => {
    const person = { sex: 'male', ageYears: 40, weightKg: 80, highestBpm: 130 } as const;
    const minute = tell(header, beats(100, 2, 62)).facts;
    // 59 s at 100: -55.0969 + 63.09 + 15.904 + 8.068 = 31.965 kJ a minute.
    expect(said(minute, {}, 0, person)).toMatch(
      /Energy about 3[12] kJ \(8 kcal\) .* in the 0:59 that/,
    );
    expect(said(minute, {}, 0, { ...person, ageYears: 71 })).toContain(
      'Energy: not known, estimate outside range: it was made on people of 18–45 years.',
    );
    const { weightKg: _, ...bare } = person;
    expect(said(minute, {}, 0, bare)).not.toContain('Energy');
  });

  test('says how it felt, what was noted, and how many intervals are spoilt', () => {
    const after: Fact[] = [
      { type: 'effort-rated', atMs: 500_000, cr10: 3.5 },
      { type: 'note-added', atMs: 500_000, text: 'Slept badly' },
    ];
    const text = said([...storyFacts, ...after]);
    expect(text).toContain('Felt as 3.5 of 10, moderate');
    expect(text).toContain('Note: Slept badly');
    expect(text).toMatch(/intervals? between beats/);
  });

  test('survives any beginning of a journal', () => {
    for (let count = 0; count < storyFacts.length; count += 17) {
      expect(said(storyFacts.slice(0, count))).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }
  });

  test('of a rest leaves out what a rest does not have', () => {
    const rest = textOf(
      sessionReport(
        { header: { ...openHeader(), kind: 'rest' }, facts: [], damagedLines: 0, person: {} },
        'app',
      ),
    );
    expect(rest).not.toMatch(/Exercises|Recovery|Level/);
    expect(said([])).toMatch(/Level.*Exercises.*Recovery/);
  });

  test('of a routine of which nothing was begun says so', () => {
    const text = said([], { routine: plainRoutine(2) });
    expect(text).toContain('No exercise was begun.');
    expect(headerOf(plainRoutine(1)).routine.steps).toHaveLength(1);
  });
});
