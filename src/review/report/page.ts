import { type Html, html, markupOf } from './html.ts';
import { style } from './style.ts';

type Page = {
  readonly title: string;
  readonly head: Html;
  readonly sections: readonly (Html | undefined)[];
  /** What made it, and of what. */
  readonly origin: string;
};

/** A whole page as text: one file, no script, and nothing that asks for anything from anywhere. */
export const page = ({ title, head, sections, origin }: Page): string =>
  `${markupOf(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
${style}
</head>
<body>
<header>
${head}
</header>
<main>
${sections}
</main>
<footer>
<p>${disclaimer}</p>
<p>${origin}</p>
</footer>
</body>
</html>`)}\n`;

/** Said once in every report. */
const disclaimer =
  'pulsepace is no medical device. It makes no diagnosis and cures nothing: this page says what a chest strap ' +
  'sent and what was done, and leaves the judgement to people. When something feels wrong, stop; with chest pain ' +
  'or pressure, fainting or trouble speaking, call the emergency number.';

/** A part of the page under a heading of its own. */
export const section = (heading: string, content: Html): Html => html`
<section>
<h2>${heading}</h2>
${content}
</section>`;
