import type { Fact } from '../../session/facts.ts';
import { type SessionHeader, titleOf } from '../../session/header.ts';
import { isOpen } from '../../session/routine.ts';
import { clockTime } from '../clock-time.ts';
import type { Person } from '../load/person.ts';
import { isUnavailable } from '../unavailable.ts';
import { effortSection } from './effort-section.ts';
import { type Html, html } from './html.ts';
import { intensitySection } from './intensity-section.ts';
import { lapSection } from './lap-section.ts';
import { percentText } from './number-words.ts';
import { page, section } from './page.ts';
import { pulseChart } from './pulse-chart.ts';
import { recoverySection } from './recovery-section.ts';
import { sessionTiles } from './session-tiles.ts';
import { type SessionView, sessionView } from './session-view.ts';
import { signalSection } from './signal-section.ts';
import { momentText, utcOffsetText } from './time-words.ts';
import { warningSection } from './warning-section.ts';
import { endWords, limitsText, sourceWords } from './words.ts';
import { zoneSection } from './zone-section.ts';

type Stored = {
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
  /** How many lines of the journal could not be read. */
  readonly damagedLines: number;
  /** What the profile knows of who did it; a load needs it. */
  readonly person: Person;
};

/** One session as a page, HTML in one file; `app` is the program and its version. */
export function sessionReport(stored: Stored, app: string): string {
  const { header, facts, damagedLines, person } = stored;
  const view = sessionView(header, facts, person);
  const isRest = header.kind === 'rest';
  const title = titleOf(header);
  const moment = momentText(header.startedAt, header.utcOffsetMinutes);
  return page({
    title: `${title}, ${moment} – pulsepace`,
    head: html`
<p class="brand">pulsepace · a session</p>
<h1><bdi>${title}</bdi></h1>
<p class="when">${moment} (${zoneOf(header)})</p>
${notRealNotice(header)}
${damageNotice(damagedLines)}
${factList(view)}`,
    sections: [
      section('At a glance', sessionTiles(view)),
      section('The pulse', pulseChart(view)),
      warningSection(view),
      isRest ? undefined : lapSection(view),
      zoneSection(view),
      isRest ? undefined : intensitySection(view),
      isRest ? undefined : recoverySection(view),
      effortSection(view),
      signalSection(view),
    ],
    origin: `Made by ${app} from the journal of session ${header.id}.`,
  });
}

/** The offset says which moment it was, the zone's name where. */
const zoneOf = ({ timeZone, utcOffsetMinutes }: SessionHeader): string =>
  timeZone === 'UTC' && utcOffsetMinutes === 0
    ? 'UTC'
    : `${timeZone}, ${utcOffsetText(utcOffsetMinutes)}`;

function factList({ header, summary }: SessionView): Html {
  const { coveragePercent } = summary;
  const known = isUnavailable(coveragePercent)
    ? `not at all: ${coveragePercent.unavailable}`
    : `for ${percentText(coveragePercent)} of the time`;
  return html`<dl class="facts">
<dt>How it ended</dt><dd>${endWords[summary.endReason]}</dd>
${
  isOpen(header.routine)
    ? undefined
    : html`<dt>Level</dt><dd>${header.level} of 10${header.levelOrigin === 'flag' ? ', given for this session' : ''}</dd>
`
}${
  header.source === 'none'
    ? undefined
    : html`<dt>Limits</dt><dd>${limitsText(header.limits)}${laterLimits(summary)}</dd>
`
}<dt>Pulse from</dt><dd>${sourceWords[header.source]}${header.source === 'none' ? '' : html`: <bdi>${header.sensor}</bdi>`}</dd>
<dt>Pulse known</dt><dd>${known}</dd>
</dl>`;
}

/** `; from 4:10 caution 95, limit 105`, where a key changed them. */
const laterLimits = ({ laterLimits: later = [] }: SessionView['summary']): string =>
  later
    .map(({ atS, cautionBpm, limitBpm }) => {
      return `; from ${clockTime(atS)} caution from ${cautionBpm}, limit ${limitBpm} bpm`;
    })
    .join('');

function notRealNotice({ source }: SessionHeader): Html | undefined {
  if (source === 'simulator') {
    return html`<p class="notice"><strong>Simulated heart.</strong> Every figure on this page comes from a simulator. Nobody’s pulse was measured.</p>`;
  }
  if (source === 'replay') {
    return html`<p class="notice"><strong>Replay of a recording.</strong> The pulse was measured at another time, not on this date.</p>`;
  }
  if (source === 'none') {
    return html`<p class="notice"><strong>No sensor.</strong> The session ran as a plain timer; nothing watched the pulse.</p>`;
  }
  return undefined;
}

const damageNotice = (lines: number): Html | undefined =>
  lines === 0
    ? undefined
    : html`<p class="notice raised"><strong>Part of the record is damaged.</strong> ${lines === 1 ? 'One line' : `${lines} lines`} of the journal could not be read and ${lines === 1 ? 'is' : 'are'} left out; what is shown is the rest.</p>`;
