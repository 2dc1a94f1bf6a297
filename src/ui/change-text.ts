import type { Fact, FactOf } from '../session/facts.ts';
import { titleOf } from '../session/header.ts';
import type { SessionState } from '../session/state.ts';
import { isRaising, raisedBy } from '../session/threshold-words.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { durationText } from './clock-text.ts';
import { endText } from './end-text.ts';
import { raisedLines } from './phase-task.ts';
import { plainText } from './plain-text.ts';
import {
  discomfortWords,
  limitsText,
  linkText,
  lowBatteryText,
  sourceLabels,
  trustRemedies,
  trustWords,
  zoneAdvice,
  zoneWords,
} from './session-words.ts';
import type { Task } from './task.ts';
import { episodeText } from './warning-text.ts';

/** What this session is, in one line: whose pulse, which routine, which limits. */
export function openingText(state: SessionState): string {
  const { header } = state;
  const source = sourceLabels[header.source];
  const limits = isUnguarded(state) ? undefined : limitsText(header.limits);
  return [source, plainText(titleOf(header), 60), limits]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** A change in words; undefined for facts that change nothing to be told. `task` is what is to be done after it. */
export function changeText(fact: Fact, state: SessionState, task: Task): string | undefined {
  switch (fact.type) {
    case 'warning-raised':
    case 'warning-repeated':
      return warningText(fact, state);
    case 'warning-cleared':
      return clearedText(fact, state);
    case 'warning-acknowledged':
      return `acknowledged · silent for ${durationText(fact.silentUntilMs - fact.atMs)}`;
    case 'link-changed':
      return linkChange(fact, state);
    case 'trust-changed':
      return fact.trust === 'live' || fact.trust === 'late'
        ? `pulse ${trustWords[fact.trust]}`
        : `${trustWords[fact.trust]}: ${trustRemedies[fact.trust]}`;
    case 'session-ended':
      return `session ended: ${endText(state, fact.reason)}`;
    case 'end-asked':
      return 'End? q ends, any other key carries on.';
    case 'end-withdrawn':
      return 'carries on';
    case 'discomfort-explained':
      return `noted: ${discomfortWords[fact.reason]}`;
    case 'note-added':
      return `note: ${plainText(fact.text)}`;
    case 'limits-changed':
      return `limits changed: ${limitsText(fact.limits)}`;
    case 'approach-noticed':
      return `rising: caution in about ${Math.ceil(fact.inS)} s`;
    case 'approach-cleared':
      return 'no longer rising';
    case 'baseline-ended':
      return [restingText(fact), ...(fact.isRaised ? raisedLines(state) : [])].join(' · ');
    case 'slept':
      return 'the session stood still (asleep, or not running): paused since then';
    case 'standing-asked':
      return `${taskText(task)} | s do it all the same, n leave it out`;
    case 'standing-allowed':
      return 'standing work all the same';
    case 'pace-changed':
      return `pace ${Math.round(fact.pace * 100)} % of the plan`;
    case 'dose-changed':
      return fact.steps === 0 ? 'dose as planned' : `dose ${signed(fact.steps)} to the plan`;
    case 'count-corrected':
      return 'count corrected';
    case 'exercise-eased':
      return 'slower: your pulse is up';
    default:
      return tellsTask(fact) ? taskText(task) : undefined;
  }
}

function linkChange({ link, atMs }: FactOf<'link-changed'>, state: SessionState): string {
  const { lowBattery } = state;
  const hint = link.status === 'searching' && link.hint !== undefined ? [plainText(link.hint)] : [];
  const isNewlyLow = link.status === 'connected' && lowBattery?.atMs === atMs;
  const low = isNewlyLow ? [lowBatteryText(lowBattery.percent)] : [];
  return [linkText(state, state.header), ...hint, ...low].join(' · ');
}

const tellsTask = ({ type }: Fact): boolean =>
  [
    'baseline-began',
    'get-ready-began',
    'exercise-began',
    'rest-began',
    'rest-offered',
    'recovery-began',
    'open-began',
    'cool-down-began',
    'cool-down-prolonged',
    'held',
    'hold-countdown-began',
    'hold-ended',
    'paused',
    'resumed',
    'discomfort-reported',
  ].includes(type);

const taskText = ({ place, title, lines }: Task): string =>
  [place === undefined ? title : `${place} ${title}`, ...lines].join(' | ');

function restingText({ restingBpm }: FactOf<'baseline-ended'>): string {
  return restingBpm === undefined ? 'pulse at rest not measured' : `pulse at rest ${restingBpm}`;
}

const signed = (steps: number): string => (steps > 0 ? `+${steps}` : String(steps));

function warningText(
  { level, bpm, type }: FactOf<'warning-raised' | 'warning-repeated'>,
  state: SessionState,
): string {
  const advice = zoneAdvice(level, state);
  const now = bpm === undefined ? 'the pulse is not known' : `${bpm} bpm`;
  // It stands until the pulse has stayed clearly below its line; below it the pulse is not called above.
  const isBelow = bpm !== undefined && !isRaising(level, bpm, state.limits);
  if (type === 'warning-repeated') {
    const nearly = level === 'over' ? 'nearly down' : 'nearly easy';
    return `${isBelow ? nearly : `still ${zoneWords[level]}`}: ${now} · ${advice}`;
  }
  return `${zoneWords[level]}: ${now}, ${raisedBy(level, state.limits)} · ${advice}`;
}

function clearedText(fact: FactOf<'warning-cleared'>, state: SessionState): string | undefined {
  const { level, onsetMs, peakBpm, atMs } = fact;
  return episodeText(state, { level, onsetMs, peakBpm, endMs: atMs, acknowledged: false });
}
