import process from 'node:process';
import { run } from './commands/run.ts';

process.exitCode = await run(process);
