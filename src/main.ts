import process from 'node:process';
import { run } from './commands/run.ts';

const hungUp = 129;

// Before anything loads React: its development build leaks in a session that lasts for hours.
if (process.env.NODE_ENV !== 'test') process.env.NODE_ENV = 'production';

const code = await run(process);
process.exitCode ||= code;
// Node would abort giving back a terminal that is gone; dying of the signal itself says 129 as well.
if (code === hungUp) process.kill(process.pid, 'SIGHUP');
