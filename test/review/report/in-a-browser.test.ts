import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionReport } from '../../../src/review/report/session-report.ts';
import { weeksReport } from '../../../src/review/report/weeks-report.ts';
import type { Fact } from '../../../src/session/facts.ts';
import {
  accessibilityTree,
  hasBrowser,
  measured,
  openBrowser,
  opened,
  type Scheme,
} from './browser.ts';
import { header, storyFacts, weeksAsked } from './sessions.ts';

const hostile =
  '<script>document.title="taken"</script><img src="https://example.invalid/x">&lt;b&gt;"\'';
const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenanstecknadelbeauftragte';

/** A page with names that are too long, and names that would run away with it. */
function hostilePage(): string {
  const [first, second] = header.routine.steps;
  if (first === undefined || second === undefined) throw new Error('the story has two steps');
  const routine = {
    ...header.routine,
    name: hostile,
    steps: [
      { ...first, name: hostile },
      { ...second, name: long },
    ],
  };
  const note: Fact = { type: 'note-added', atMs: 500_000, text: `${hostile} ${long}` };
  return sessionReport(
    {
      header: { ...header, routine, sensor: long },
      facts: [...storyFacts, note],
      damagedLines: 1,
      person: {},
    },
    'pulsepace 0',
  );
}

describe.skipIf(!hasBrowser)('the report of a session in a browser', () => {
  let browser: Browser;
  let folder = '';
  let file = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulsepace-report-'));
    file = join(folder, 'report.html');
    writeFileSync(file, hostilePage());
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('asks for nothing, runs nothing, and shows hostile names as text', async () => {
    const { page, requests, complaints } = await opened(browser, file, 1280);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toContain('<script>');
    expect(await page.locator('h1').textContent()).toBe(hostile);
    expect(await page.locator('script, img, link, iframe, object').count()).toBe(0);
    expect((await measured(page)).handlers).toEqual([]);
    await page.close();
  }, 30_000);

  test.each([360, 320])(
    'never scrolls sideways, at %i px',
    async (width) => {
      const { page } = await opened(browser, file, width);
      const { scrollWidth, rightmostPx } = await measured(page);
      expect(scrollWidth).toBeLessThanOrEqual(width);
      expect(rightmostPx).toBeLessThanOrEqual(width);
      await page.close();
    },
    30_000,
  );

  test.each<[Scheme, string]>([
    ['light', 'rgb(253, 253, 252)'],
    ['dark', 'rgb(20, 25, 31)'],
  ])(
    'every text stands out 4.5 to 1, in the %s',
    async (scheme, ground) => {
      const { page } = await opened(browser, file, 1280, scheme);
      const measures = await measured(page);
      expect(measures.ground).toBe(ground);
      expect(measures.texts.length).toBeGreaterThan(100);
      expect(measures.texts.filter(({ contrast }) => !(contrast >= 4.5))).toEqual([]);
      await page.close();
    },
    30_000,
  );

  test('is a page in order to a screen reader, on a phone too', async () => {
    const { page } = await opened(browser, file, 360);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const { headingLevels } = await measured(page);
    expect(headingLevels.filter((level) => level === 1)).toHaveLength(1);
    headingLevels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((headingLevels[index - 1] ?? 0) + 1);
    });
    const tree = await accessibilityTree(page);
    const named = (wanted: string): string[] =>
      tree.filter(({ role }) => role === wanted).map(({ name }) => name);
    expect(named('image')).toEqual([
      'The pulse over the session',
      'Share of the session in each zone',
      'The pulse after the last effort',
    ]);
    expect(named('table')).toHaveLength(4);
    expect(named('table').filter((name) => name === '')).toEqual([]);
    expect(named('columnheader')).toContain('Acknowledged');
    expect(named('rowheader')).toContain('▲ caution');
    const unscoped =
      'thead th:not([scope=col]), tbody th:not([scope=row]), table:not(:has(caption))';
    expect(await page.locator(unscoped).count()).toBe(0);
    await page.close();
  }, 30_000);

  test('of weeks is in order too: no sideways scroll, 4.5 to 1, named pictures, few sheets', async () => {
    const weeks = join(folder, 'weeks.html');
    writeFileSync(weeks, weeksReport(weeksAsked, 1, 'app'));
    const { page, requests } = await opened(browser, weeks, 320, 'dark');
    const { scrollWidth, rightmostPx, texts } = await measured(page);
    expect(requests).toEqual([]);
    expect(Math.max(scrollWidth, rightmostPx)).toBeLessThanOrEqual(320);
    expect(texts.filter(({ contrast }) => !(contrast >= 4.5))).toEqual([]);
    const pictures = (await accessibilityTree(page)).filter(({ role }) => role === 'image');
    expect(pictures.map(({ name }) => name)).toEqual([
      'Pulse at rest, bpm',
      'Variability at rest, RMSSD in ms',
      'Fall in the first minute, bpm',
      'Load of the week',
    ]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([1, 2, 3, 4]).toContain(sheetsOf(pdf));
    await page.close();
  }, 30_000);

  test('prints on a few sheets of A4, light even for readers of the dark', async () => {
    const plain = join(folder, 'plain.html');
    writeFileSync(
      plain,
      sessionReport({ header, facts: storyFacts, damagedLines: 0, person: {} }, 'app'),
    );
    const { page } = await opened(browser, plain, 1280, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect((await measured(page)).ink).toBe('rgb(29, 37, 48)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([1, 2, 3, 4]).toContain(sheetsOf(pdf));
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.close();
  }, 30_000);
});

/** How many there are depends on the fonts of the machine: three with those of most. */
const sheetsOf = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
