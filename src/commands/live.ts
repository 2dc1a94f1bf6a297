import './dashboard-view.ts';
import { program } from './program.ts';
import './run-session.ts';

/**
 * The command table together with what a session on a terminal needs, evaluated already. The build makes one file of it:
 * a hundred small ones load slower than one large.
 */
export const liveProgram = program;
