import type { Command } from 'commander';
import { commandTable, type TableEntry } from './command-table.ts';
import { exitCode } from './door-error.ts';
import { environmentVariables } from './environment-variables.ts';
import { exitMeanings, signalMeaning } from './exit-meanings.ts';
import { version } from './version.ts';

/** The manual page of the whole program, made from its command table, in roff with the man macros. */
export function manPage(pulsepace: Command): string {
  const [whole, ...commands] = commandTable(pulsepace);
  if (whole === undefined) throw new Error('The command table is empty.');
  const [first = '', ...about] = whole.about.split('\n\n');
  return [
    `.TH PULSEPACE 1 "" "pulsepace ${version()}" "User Commands"`,
    '.nh',
    '.SH NAME',
    plain(`pulsepace - ${first.charAt(0).toLowerCase()}${first.slice(1).replace(/\.$/, '')}`),
    '.SH SYNOPSIS',
    bold(whole.usage),
    '.SH DESCRIPTION',
    ...about.flatMap((paragraph) => ['.PP', plain(paragraph)]),
    '.SH OPTIONS',
    ...terms(whole.options),
    '.SH COMMANDS',
    ...commands.flatMap(described),
    '.SH ENVIRONMENT',
    plain('A flag comes before the environment, and the environment before your profile.'),
    ...terms(Object.entries(environmentVariables).map(([term, about]) => ({ term, about }))),
    '.SH EXIT STATUS',
    ...terms(exits()),
    '',
  ].join('\n');
}

const described = (entry: TableEntry): string[] => [
  `.SS "${escaped(entry.words)}"`,
  bold(entry.usage),
  '.PP',
  plain(sentence(entry.about)),
  ...terms([...entry.arguments.filter(({ about }) => about !== ''), ...entry.options]),
  ...(entry.notes === '' ? [] : verbatim(entry.notes)),
  ...(entry.examples.length === 0
    ? []
    : ['.PP', 'Examples:', ...verbatim(entry.examples.join('\n'))]),
];

const exits = () => [
  ...(Object.keys(exitMeanings) as (keyof typeof exitCode)[]).map((key) => ({
    term: String(exitCode[key]),
    about: exitMeanings[key],
  })),
  { term: '128+n', about: signalMeaning },
];

const terms = (all: readonly { readonly term: string; readonly about: string }[]): string[] =>
  all.flatMap(({ term, about }) => ['.TP', bold(term), plain(sentence(about))]);

/** Lines as they are, in an indented block. */
const verbatim = (text: string): string[] => [
  '.PP',
  '.RS 4',
  '.nf',
  ...text.split('\n').map(plain),
  '.fi',
  '.RE',
];

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? '' : '.'}`;

const bold = (text: string): string => `\\fB${escaped(text)}\\fR`;

/** Text whose first character roff must not take for a request. */
const plain = (text: string): string => text.split('\n').map(escaped).join('\n');

function escaped(text: string): string {
  const marked = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('`', '\\(ga')
    .replaceAll('…', '...')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha');
  return /^[.']/.test(marked) ? `\\&${marked}` : marked;
}
