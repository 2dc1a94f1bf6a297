import { createInterface } from 'node:readline';
import { wrapText } from '../ui/wrap-text.ts';

/** A conversation with a person: a question, and the line that answers it. */
export type Asker = {
  /** The answer without blanks around it. Throws an UnansweredError when Ctrl-C or the end of input comes instead. */
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
  readonly close: () => void;
};

export type Streams = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Whether questions stand in lines of their own, without moving the cursor; the terminal edits what is typed. */
  readonly isPlain?: boolean;
};

/** Nobody answered: Ctrl-C (exit 130), or the input ended (exit 2). */
class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
  readonly exitCode: number;

  constructor(byInterrupt: boolean) {
    super(
      byInterrupt ? 'Stopped before the session began.' : 'No answer came, so nothing was begun.',
    );
    this.exitCode = byInterrupt ? 130 : 2;
  }
}

/** Asks on these streams, in order; lines typed ahead are kept for the questions to come. */
export function createAsker({ input, output, isPlain = false }: Streams): Asker {
  const lines: string[] = [];
  const waiting: ((end?: UnansweredError) => void)[] = [];
  let end: UnansweredError | undefined;
  const reader = createInterface({ input, output, terminal: output.isTTY === true && !isPlain });
  const finish = (byInterrupt: boolean): void => {
    end ??= new UnansweredError(byInterrupt);
    for (const wake of waiting.splice(0)) wake();
  };
  reader.on('line', (line) => {
    lines.push(line);
    waiting.shift()?.();
  });
  reader.on('SIGINT', () => finish(true));
  reader.on('close', () => finish(false));
  return {
    ask: async (question) => {
      reader.setPrompt(question);
      reader.prompt();
      if (lines.length === 0 && end === undefined) {
        await new Promise<void>((wake) => waiting.push(() => wake()));
      }
      const line = lines.shift();
      if (line !== undefined) return line.trim();
      throw end ?? new UnansweredError(false);
    },
    say: (text) => {
      const { columns = Number.POSITIVE_INFINITY } = isPlain ? {} : output;
      output.write(`${inColumns(text, columns)}\n`);
    },
    close: () => reader.close(),
  };
}

/** Broken between words; what goes on stands below what it goes on from. */
function inColumns(text: string, columns: number): string {
  const words = text.replace(/^ *(?:\d {2})?/, '');
  const indent = text.length - words.length;
  return wrapText(words, columns - indent)
    .map((row, index) => (index === 0 ? text.slice(0, indent) : ' '.repeat(indent)) + row)
    .join('\n');
}

/** Whether there is somebody to ask. */
export const canAsk = ({
  stdin,
  stderr,
}: {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stderr: { readonly isTTY?: boolean };
}): boolean => stdin.isTTY === true && stderr.isTTY === true;
