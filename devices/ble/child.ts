import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  BehaviorSubject,
  filter,
  first,
  map,
  Observable,
  type SchedulerLike,
  Subject,
  throwError,
  timeout,
} from 'rxjs';
import { unavailableBecause } from './bluetooth-unavailable.ts';
import { LinkFailure } from './link-failure.ts';
import { HANG, REFUSED } from './plain-words.ts';
import { radioNode } from './private-node.ts';
import { type AdapterState, type Ask, type Done, type FromDriver, fromDriver } from './protocol.ts';

export type ChildOptions = {
  /** The compiled driver to fork. */
  readonly driver?: string | URL;
  readonly execPath?: string;
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly endMs: number;
};

/** The radio's process as its parent sees it. */
export type RadioChild = {
  readonly pid: number | undefined;
  /** All it tells, from now on; errors when the process is gone, whoever ended it. */
  readonly messages$: Observable<FromDriver>;
  /** The adapter's latest state first, then each change. */
  readonly state$: Observable<AdapterState>;
  /** Emits its answer; fails with LinkFailure when refused or not answered within `withinMs`. */
  ask(what: Ask, withinMs: number, scheduler?: SchedulerLike): Observable<Done>;
  /** Lets it hang up politely, then makes sure. */
  end(): void;
  kill(): void;
};

const KEPT_OUTPUT = 4096;
/** Switches of noble's that would hang it or open a network connection. */
const UNSET = {
  HCI_CHANNEL_USER: undefined,
  NOBLE_DISTRIBUTED: undefined,
  NOBLE_MULTI_ROLE: undefined,
  NOBLE_WEBSOCKET: undefined,
};

/** Forks the driver; where the system will not, that is a failure like its death. */
export function startChild(options: ChildOptions): RadioChild {
  try {
    return started(options);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code !== 'string') throw error;
    const reason = `the Bluetooth driver could not be started (${code})`;
    return unstarted(new LinkFailure(reason, { freshDriver: true }));
  }
}

function unstarted(failure: LinkFailure): RadioChild {
  const failed$ = throwError(() => failure);
  const nothing = (): void => undefined;
  return {
    pid: undefined,
    messages$: failed$,
    state$: failed$,
    ask: () => failed$,
    end: nothing,
    kill: nothing,
  };
}

/** Its stdin is closed, what it prints is kept from every terminal. */
function started(options: ChildOptions): RadioChild {
  const messages$ = new Subject<FromDriver>();
  const state$ = new BehaviorSubject<AdapterState>('unknown');
  const child = fork(modulePath(options.driver), [], {
    execPath: options.execPath ?? radioNode(),
    execArgv: [],
    env: { ...process.env, ...UNSET, ...options.env },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = keepOutput(child);
  const over = (error: Error) => {
    messages$.error(error);
    state$.error(error);
  };
  let silent = true;
  child.on('message', (raw) => {
    silent = false;
    const { data: message } = fromDriver.safeParse(raw);
    if (!message) {
      over(new LinkFailure('the Bluetooth driver speaks nonsense', { freshDriver: true }));
    } else if (message.type === 'unavailable') {
      over(unavailableBecause(message.code, message.message));
    } else {
      if (message.type === 'state') state$.next(message.state);
      messages$.next(message);
    }
  });
  child.on('error', (error) => over(new LinkFailure(error.message, { freshDriver: true })));
  child.on('exit', (code, signal) => over(death(code, signal, silent, output())));

  let requests = 0;
  const send = (message: object): boolean => child.connected && child.send(message, () => {});
  const kill = () => {
    child.kill('SIGKILL');
  };
  return {
    pid: child.pid,
    messages$,
    state$,
    ask: (what, withinMs, scheduler) =>
      new Observable((subscriber) => {
        const request = ++requests;
        const answered = answerTo(messages$, request, what.type, withinMs, scheduler);
        const subscription = answered.subscribe(subscriber);
        send({ ...what, request });
        return subscription;
      }),
    end() {
      if (!send({ type: 'end' })) return kill();
      const reminder = setTimeout(kill, options.endMs);
      child.once('exit', () => clearTimeout(reminder));
    },
    kill,
  };
}

function answerTo(
  messages$: Observable<FromDriver>,
  request: number,
  what: Ask['type'],
  withinMs: number,
  scheduler: SchedulerLike | undefined,
): Observable<Done> {
  const hang = () => throwError(() => new LinkFailure(HANG[what], { freshDriver: true }));
  return messages$.pipe(
    filter((message) => message.type === 'done' || message.type === 'failed'),
    first((answer) => answer.request === request),
    map((answer) => {
      if (answer.type === 'failed') throw new LinkFailure(`${REFUSED[what]} (${answer.reason})`);
      return answer;
    }),
    timeout({ first: withinMs, with: hang, ...(scheduler ? { scheduler } : {}) }),
  );
}

function modulePath(driver: string | URL = new URL('./driver.js', import.meta.url)): string {
  return driver instanceof URL ? fileURLToPath(driver) : driver;
}

/** An abort before the first word means that the system forbids or lacks Bluetooth. */
function death(
  code: number | null,
  signal: NodeJS.Signals | null,
  silent: boolean,
  output: string,
): Error {
  if (signal === 'SIGABRT' && silent) return unavailableBecause(signal, output);
  const how = signal ? `ended by ${signal}` : `ended with status ${code}`;
  return new LinkFailure(`the Bluetooth driver ${how}`, { freshDriver: true });
}

/** Drains both pipes and remembers the last of it, for the rare case that explains a death. */
function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept = (kept + text).slice(-KEPT_OUTPUT);
    });
  }
  return () => kept.trim();
}
