import type { Due } from '../review/regularity.ts';
import { Home, type HomeModel } from '../ui/home.tsx';
import type { Look } from '../ui/look.ts';
import { menuMeaning, movedTo } from '../ui/menu.ts';
import { type Choice, homeChoices, type PulseFrom, routineChoices } from './home-choices.ts';
import type { Io } from './io.ts';
import { type Stopped, showScreen } from './show-screen.ts';

/** What the home screen is told; it asks for nothing itself. */
export type HomeFacts = Pick<HomeModel, 'today' | 'due' | 'isDue' | 'last' | 'calendar'> & {
  readonly dueRoutines: readonly Due[];
  readonly ownRoutinesFolder: string | undefined;
  readonly sources: readonly PulseFrom[];
};

/** Where the person was on the home screen, to come back to. */
export type Place = { readonly selected: number; readonly sourceIndex: number };

/** A command line to run and where to come back to; or that the person left. */
export type HomeAnswer = { readonly args: readonly string[]; readonly place: Place } | 'left';

const homeKeys = [
  { key: 'Enter', label: 'opens' },
  { key: 'arrows', label: 'move', brief: 'move' },
  { key: 'q', label: 'leaves' },
];
const routineKeys = [
  { key: 'Enter', label: 'starts' },
  { key: 'b', label: 'back' },
  { key: 'arrows', label: 'move' },
  { key: 'q', label: 'leaves' },
];

/** The home screen and its list of routines, until something is chosen. */
export function homeScreen(
  io: Io,
  look: Look,
  facts: HomeFacts,
  from: Place,
): Promise<HomeAnswer | Stopped> {
  return showScreen<HomeModel, HomeAnswer>(io, look, ({ refresh, answer }) => {
    let { selected, sourceIndex } = from;
    let routines: { readonly choices: readonly Choice[]; readonly selected: number } | undefined;

    const pulse = (): PulseFrom => facts.sources[sourceIndex] ?? { words: '', args: [] };
    const choices = (): readonly Choice[] => routines?.choices ?? homeChoices(pulse());
    const at = (): number => routines?.selected ?? selected;

    function model(): HomeModel {
      const { today, due, isDue, last, calendar } = facts;
      const items = choices().map(({ does: _, ...item }) => item);
      const shared = { today, due, isDue, items, selected: at() };
      return routines === undefined
        ? { ...shared, title: 'pulsepace', last, calendar, keys: homeKeys }
        : {
            ...shared,
            title: 'pulsepace · which routine?',
            last: `The pulse comes from ${pulse().words}.`,
            calendar: [],
            keys: routineKeys,
          };
    }

    const ofRoutines = (): readonly Choice[] =>
      routineChoices(facts.ownRoutinesFolder, facts.dueRoutines, pulse());

    function move(to: number): void {
      if (routines === undefined) selected = to;
      else routines = { ...routines, selected: to };
      refresh();
    }

    function open(): void {
      const choice = choices()[at()];
      if (choice === undefined || choice.isOff === true) return;
      if (choice.does === 'start') routines = { choices: ofRoutines(), selected: 0 };
      else if (choice.does === 'pulse') sourceIndex = (sourceIndex + 1) % facts.sources.length;
      else answer({ args: choice.does, place: { selected, sourceIndex } });
      refresh();
    }

    function goBack(): void {
      routines = undefined;
      refresh();
    }

    function act(meaning: ReturnType<typeof menuMeaning>): void {
      if (meaning === 'leave') answer('left');
      if (meaning === 'back') goBack();
      if (meaning === 'open') open();
    }

    return {
      model,
      view: (shown, size) => <Home model={shown} look={look} {...size} />,
      onTyped: (typed) => {
        const to = movedTo(typed, choices(), at());
        if (to !== undefined) move(to);
        if (to === undefined) act(menuMeaning(typed));
        else if (typed.type === 'character') open();
      },
    };
  });
}
