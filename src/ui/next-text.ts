import { adaptedStep } from '../session/adapted-step.ts';
import type { SessionHeader } from '../session/header.ts';
import { isOpen } from '../session/routine.ts';
import type { SessionState } from '../session/state.ts';
import { stepAfter, stepAfterRecovery } from '../session/step-order.ts';
import { plainText } from './plain-text.ts';

/** What comes after the present step, such as `next: Scissors`; undefined where nothing does. */
export function nextText(state: SessionState): string | undefined {
  const { phase, header } = state;
  switch (phase.name) {
    case 'baseline':
    case 'ready':
      return isOpen(header.routine) ? undefined : nameText(header, 0);
    case 'rest':
      return nameText(header, phase.stepIndex);
    case 'recovery':
      return nameText(header, stepAfterRecovery(state, phase.stepIndex));
    case 'get-ready':
    case 'ask-to-stand':
    case 'exercise':
    case 'between':
      return nameText(header, stepAfter(state, phase.stepIndex));
    default:
      return undefined;
  }
}

/** A step by the name of the variant that is done; after the last the cool-down. */
function nameText(header: SessionHeader, stepIndex: number | undefined): string {
  const step = stepIndex === undefined ? undefined : adaptedStep(header, stepIndex);
  return `next: ${step === undefined ? 'cool-down' : plainText(step.name, 60)}`;
}
