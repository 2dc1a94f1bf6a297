import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Routine } from '../session/routine.ts';
import { routineFileSchema } from './routine-file-schema.ts';
import { tooDeepAt } from './too-deep.ts';

/** What is wrong in a routine's text, and where; line and column count from 1. */
export type Fault = { readonly line: number; readonly column: number; readonly message: string };

export type ParsedRoutine =
  | { readonly routine: Routine; readonly faults: readonly [] }
  | { readonly routine?: undefined; readonly faults: readonly Fault[] };

/** YAML 1.2 text → checked routine, or every fault with its place. Never throws; aliases and tags are refused. */
export function parseRoutine(text: string): ParsedRoutine {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const deepAt = tooDeepAt(text);
  if (deepAt !== undefined) return { faults: [placeIn(text, deepAt)] };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      prettyErrors: false,
    });
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0) return { faults: broken.map((each) => at(each.pos[0], each.message)) };
    const checked = routineFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (checked.success) return { routine: checked.data, faults: [] };
    return {
      faults: checked.error.issues.map((issue) => at(offsetOf(document, issue), inWords(issue))),
    };
  } catch (error) {
    return { faults: [at(0, error instanceof Error ? error.message : String(error))] };
  }
}

/** Counted by hand: nothing has parsed this text. */
function placeIn(text: string, offset: number): Fault {
  const before = text.slice(0, offset).split('\n');
  const message = 'this nests deeper than any routine; a routine is a flat list of steps';
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}

type Document = ReturnType<typeof parseDocument>;

/** The place of the nearest thing that is there, when what is missing has none. */
function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const deeper = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  for (let full = [...path, ...deeper]; full.length > 0; full = full.slice(0, -1)) {
    const node = document.getIn(full, true) as { range?: readonly number[] } | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return offset;
  }
  return 0;
}

function inWords(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the routine' : issue.path.map(String).join('.');
  return `${where}: ${issue.message}`;
}
