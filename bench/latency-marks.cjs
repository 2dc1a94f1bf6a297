'use strict';
/** For NODE_OPTIONS=--require: when a message leaves the driver, reaches the program, and when a write begins and ends. */
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');

const mark = (what) =>
  appendFileSync(
    process.env.PULSEPACE_LATENCY_MARKS,
    `${JSON.stringify([what, Number(process.hrtime.bigint()) / 1e6])}\n`,
  );
const { fork } = childProcess;
childProcess.fork = (...args) => {
  const child = fork(...args);
  child.prependListener('message', () => mark('heard'));
  return child;
};
syncBuiltinESMExports();

if (process.send === undefined) {
  const { stdout } = process;
  const { write } = stdout;
  stdout.write = (...args) => {
    mark('writes');
    const result = write.apply(stdout, args);
    mark('written');
    return result;
  };
} else {
  const { send } = process;
  process.send = (...args) => {
    mark('sends');
    return send.apply(process, args);
  };
}
