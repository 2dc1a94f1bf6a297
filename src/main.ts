import { mapStacks } from './commands/mapped-stack.ts';
import { run } from './commands/run.ts';

const signalled = 128;
const hungUp = 129;
/** For what is still on its way to a slow terminal or pipe. */
const patienceMs = 500;

// Before anything loads React: its development build leaks in a session that lasts for hours.
if (process.env.NODE_ENV !== 'test') process.env.NODE_ENV = 'production';

// Zod would compile a checker for every schema it meets; what one run checks never earns that back.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

mapStacks();
// Not awaited here: this file is bundled as CommonJS, which Node starts sooner and in which nothing waits.
run(process).then((code) => {
  process.exitCode ||= code;
  // A reader that has stopped reading must not hold up who was told to go.
  if (code > signalled) setTimeout(() => process.exit(), patienceMs).unref();
  // Node would abort giving back a terminal that is gone; dying of the signal itself says 129 as well.
  if (code === hungUp) process.kill(process.pid, 'SIGHUP');
});
