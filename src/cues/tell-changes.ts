import type { Fact, FactOf } from '../session/facts.ts';
import type { SessionState } from '../session/state.ts';
import { lengthInWords, sentence, speakable } from './speakable.ts';
import type { Telling } from './telling.ts';

/** Changes that are written where lines are read, and never spoken; undefined for every other fact. */
export function tellChange(
  fact: Fact,
  before: SessionState,
  after: SessionState,
): Telling | undefined {
  const text = changeWords(fact, before, after);
  return text === undefined ? undefined : { kind: 'shown', text };
}

function changeWords(fact: Fact, before: SessionState, after: SessionState): string | undefined {
  switch (fact.type) {
    case 'link-changed':
      return linkWords(fact, before, after);
    case 'warning-acknowledged':
      return `Acknowledged, silent for ${lengthInWords(fact.silentUntilMs - fact.atMs)}.`;
    case 'limits-changed':
      return `Caution is ${fact.limits.cautionBpm} now, the limit ${fact.limits.limitBpm}.`;
    case 'approach-noticed':
      return `Rising, caution in about ${lengthInWords(Math.ceil(fact.inS) * 1000)}.`;
    case 'pace-changed':
      return `Pace ${Math.round(fact.pace * 100)} percent of the plan.`;
    case 'dose-changed':
      return fact.steps === 0 ? 'Dose as planned.' : doseWords(fact.steps);
    case 'count-corrected':
      return 'Count corrected.';
    case 'note-added':
      return `Note stored: ${sentence(fact.text)}`;
    case 'discomfort-explained':
      return `Noted: ${fact.reason}.`;
    default:
      return undefined;
  }
}

const doseWords = (steps: number): string =>
  `Dose ${Math.abs(steps)} ${steps > 0 ? 'more' : 'less'} than planned.`;

/** Each link once: a strap that is connected says more of itself later, of which only a low battery is news. */
function linkWords(
  { link, atMs }: FactOf<'link-changed'>,
  before: SessionState,
  { header, lowBattery }: SessionState,
): string | undefined {
  if (header.source === 'none') return undefined;
  const low =
    lowBattery?.atMs === atMs ? ` Its battery is low, ${lowBattery.percent} percent.` : '';
  switch (link.status) {
    case 'searching': {
      const hint = link.hint === undefined ? '' : ` ${sentence(link.hint)}`;
      return `Looking for ${sentence(header.sensor)}${hint}`;
    }
    case 'connecting':
      return undefined;
    case 'lost':
      return `Link lost, ${sentence(link.reason)}`;
    case 'connected':
      if (before.link.status === 'connected') return low === '' ? undefined : low.trim();
      return `Connected to ${speakable(link.name)}${batteryWords(link.batteryPercent)}.${low}`;
  }
}

const batteryWords = (percent: number | undefined): string =>
  percent === undefined ? '' : `, battery ${percent} percent`;
