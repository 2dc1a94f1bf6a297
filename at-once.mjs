import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

// node at-once.mjs SCRIPT...: scripts of package.json at the same time, on all cores, each told in one piece when it has
// ended; the exit status is 1 where any of them failed.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Runs one to its end: its status, and what it said. */
const ran = (/** @type {string} */ name) =>
  new Promise((resolve) => {
    const said = /** @type {Buffer[]} */ ([]);
    // npm has put the commands on the PATH.
    const child = spawn(scripts[name], { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (bytes) => said.push(bytes));
    child.stderr.on('data', (bytes) => said.push(bytes));
    child.on('close', (status) => resolve({ name, status, text: Buffer.concat(said).toString() }));
  });

const names = process.argv.slice(2);
const unknown = names.filter((name) => scripts[name] === undefined);
if (unknown.length > 0) throw new Error(`package.json has no script ${unknown.join(', ')}.`);

process.stdout.write(`── at once: ${names.join(', ')}\n`);
for (const ending of names.map(ran)) {
  const { name, status, text } = await ending;
  process.stdout.write(`── ${name}: ${status === 0 ? 'good' : `FAILED (${status})`}\n${text}`);
  if (status !== 0) process.exitCode = 1;
}
