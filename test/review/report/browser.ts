import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where the browser is: CHROMIUM_PATH, or where systems put it. */
const path = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((each) => each !== undefined && existsSync(each));

if (path === undefined) {
  console.warn(
    'No Chromium is installed here, so the tests of the report in a browser are left out (CHROMIUM_PATH names one).',
  );
}
export const hasBrowser = path !== undefined;

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(path !== undefined && { executablePath: path }), args: quiet });

export type Scheme = 'light' | 'dark';
export type Opened = {
  readonly page: Page;
  /** Every address it asked for, its own left out. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
};

/** A file in a window of its own, in which whatever it asks for is written down and refused. */
export async function opened(
  browser: Browser,
  file: string,
  width: number,
  colorScheme: Scheme = 'light',
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `file://${file}`) return route.continue();
    requests.push(url);
    return route.abort();
  });
  await page.goto(`file://${file}`);
  return { page, requests, complaints };
}

/** What a page is like as it is painted; contrast by WCAG 1.4.3, of each text with the ground it stands on. */
export type Measures = {
  readonly scrollWidth: number;
  readonly rightmostPx: number;
  readonly texts: readonly { readonly text: string; readonly contrast: number }[];
  readonly ground: string;
  readonly ink: string;
  readonly headingLevels: readonly number[];
  /** Names of attributes that would run or load something. */
  readonly handlers: readonly string[];
};

const measurePage = readFileSync(new URL('measure-page.mjs', import.meta.url), 'utf8');
export const measured = (page: Page): Promise<Measures> => page.evaluate<Measures>(measurePage);

export type Accessible = { readonly role: string; readonly name: string };

/** The tree that the browser gives to a screen reader, flat. */
export async function accessibilityTree(page: Page): Promise<Accessible[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}
