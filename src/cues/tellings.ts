import type { Fact } from '../session/facts.ts';
import { ready } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { tellChange } from './tell-changes.ts';
import { type BreathWord, type Moment, tellCount } from './tell-counts.ts';
import { tellStep } from './tell-steps.ts';
import { tellWarning } from './tell-warnings.ts';
import type { Telling } from './telling.ts';

export type TellerSettings = {
  readonly emergencyNumber: string;
  readonly breathWord: BreathWord;
};

/** All that is to be told of a turn, in words, given the moment before it; pure. */
function tellings(before: Moment, turn: Turn, settings: TellerSettings): readonly Telling[] {
  const { state: after } = turn;
  const sides = { before: before.state, after, emergencyNumber: settings.emergencyNumber };
  const facts = tellable(turn.facts);
  const warned = facts.map((fact) => tellWarning(fact, sides)).filter((each) => each !== undefined);
  const isUrgent = warned.some(({ kind }) => kind === 'over' || kind === 'warning');
  const steps = facts
    .filter((fact) => !(isUrgent && saysTheSame.has(fact.type)))
    .map((fact) => tellStep(fact, before.state, after))
    .filter((each) => each !== undefined);
  const changes = facts
    .map((fact) => tellChange(fact, before.state, after))
    .filter((each) => each !== undefined);
  const told = [...changes, ...warned, ...steps];
  if (told.some(({ kind }) => kind !== 'shown')) return told;
  const count = tellCount(before, turn, settings.breathWord);
  return count === undefined ? told : [...told, count];
}

/** What a warning of the same turn has said already. */
const saysTheSame: ReadonlySet<string> = new Set(['recovery-began', 'exercise-eased', 'held']);

/** What of a turn is news: of several levels crossed the gravest, of several phases passed through the last. */
function tellable(facts: readonly Fact[]): readonly Fact[] {
  const raisesOver = facts.some((fact) => fact.type === 'warning-raised' && fact.level === 'over');
  const clearsCaution = facts.some(
    (fact) => fact.type === 'warning-cleared' && fact.level === 'caution',
  );
  const lastPhase = facts.findLast(({ type }) => beginsPhase.has(type));
  return facts.filter((fact) => {
    if (fact.type === 'warning-raised') return fact.level === 'over' || !raisesOver;
    if (fact.type === 'warning-cleared') return fact.level === 'caution' || !clearsCaution;
    return !beginsPhase.has(fact.type) || fact === lastPhase;
  });
}

const beginsPhase: ReadonlySet<string> = new Set([
  'baseline-began',
  'standing-asked',
  'get-ready-began',
  'exercise-began',
  'rest-began',
  'recovery-began',
  'cool-down-began',
  'session-ended',
]);

/** Tells one turn after the other; each is held against the one before. */
export function createTeller(settings: TellerSettings): (turn: Turn) => readonly Telling[] {
  let before: Moment | undefined;
  return (turn) => {
    const told = tellings(before ?? { state: ready(turn.state.header), atMs: 0 }, turn, settings);
    before = turn;
    return told;
  };
}
