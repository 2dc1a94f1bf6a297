import type { IBufferCell, Terminal } from '@xterm/headless';
import { inkOf } from './ink-of.ts';

/** The 16 ANSI colours of a terminal, and those of what has none. */
export type Palette = {
  readonly background: string;
  readonly foreground: string;
  readonly ansi: readonly string[];
};

export const dark: Palette = {
  background: '#16181d',
  foreground: '#d7dae0',
  ansi: [
    ...['#16181d', '#ff7a70', '#6fd08c', '#f0c04c', '#7db4ff', '#d79bf0', '#5fd3d8', '#d7dae0'],
    ...['#6b7280', '#ff9b93', '#92e6a7', '#ffd978', '#a3cbff', '#e7bcff', '#8cecef', '#ffffff'],
  ],
};

export const light: Palette = {
  background: '#fbfbf8',
  foreground: '#24292f',
  ansi: [
    ...['#24292f', '#b3261e', '#1a7f37', '#8a5a00', '#0550ae', '#8250df', '#0b6b73', '#6e7781'],
    ...['#57606a', '#cf222e', '#2da44e', '#a86e00', '#0969da', '#a475f9', '#0f8a94', '#24292f'],
  ],
};

const cellWidth = 8;
const cellHeight = 17;
const margin = 12;
const baseline = 13;
const fonts = 'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace';

type Look = {
  readonly ink: string;
  readonly paper: string | undefined;
  readonly weight: 'bold' | 'faint' | 'plain';
};
type Run = { readonly x: number; readonly text: string; readonly look: Look };

/** What a terminal shows, as an SVG: the same screen gives the same bytes. */
export function terminalSvg(terminal: Terminal, palette: Palette, title: string): string {
  const { cols, rows, buffer } = terminal;
  const width = cols * cellWidth + 2 * margin;
  const height = rows * cellHeight + 2 * margin;
  const lines = Array.from({ length: rows }, (_, y) => {
    const line = buffer.active.getLine(buffer.active.viewportY + y);
    const cells = Array.from({ length: cols }, (_cell, x) => line?.getCell(x));
    return runsOf(cells, palette)
      .map((run) => drawnRun(run, y))
      .join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${fonts}" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${palette.background}"/>`,
    ...lines.filter((line) => line !== ''),
    '</svg>',
    '',
  ].join('\n');
}

function runsOf(cells: readonly (IBufferCell | undefined)[], palette: Palette): Run[] {
  const runs: Run[] = [];
  for (const [x, cell] of cells.entries()) {
    const look = lookOf(cell, palette);
    const text = cell?.getChars() || ' ';
    const last = runs.at(-1);
    const isSame = last !== undefined && JSON.stringify(last.look) === JSON.stringify(look);
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ x, text, look });
  }
  return runs;
}

function lookOf(cell: IBufferCell | undefined, { background, foreground, ansi }: Palette): Look {
  const colour = cell?.isFgPalette() ? ansi[cell.getFgColor()] : undefined;
  const ink = colour ?? foreground;
  const weight = cell?.isBold() ? 'bold' : cell?.isDim() ? 'faint' : 'plain';
  return cell?.isInverse()
    ? { ink: background, paper: ink, weight }
    : { ink, paper: undefined, weight };
}

function drawnRun({ x, text, look }: Run, y: number): string {
  const top = margin + y * cellHeight;
  const left = margin + x * cellWidth;
  const width = [...text].length * cellWidth;
  const paper =
    look.paper === undefined
      ? ''
      : `<rect x="${left}" y="${top}" width="${width}" height="${cellHeight}" fill="${look.paper}"/>`;
  return paper + inked(text, look, left, top) + lettered(text, look, left, top);
}

function inked(text: string, { ink, weight }: Look, left: number, top: number): string {
  const path = [...text]
    .flatMap((character, index) =>
      (inkOf(character) ?? []).map(([px, py, width, height]) => {
        const x = round(left + (index + px) * cellWidth);
        const y = round(top + py * cellHeight);
        return `M${x} ${y}h${round(width * cellWidth)}v${round(height * cellHeight)}h${round(-width * cellWidth)}z`;
      }),
    )
    .join('');
  const faint = weight === 'faint' ? ' opacity="0.6"' : '';
  return path === '' ? '' : `<path fill="${ink}"${faint} d="${path}"/>`;
}

/** The words of a run, each held to its cells whatever the font. */
function lettered(text: string, { ink, weight }: Look, left: number, top: number): string {
  const letters = [...text].map((character) => (inkOf(character) === undefined ? character : ' '));
  return [...letters.join('').matchAll(/\S+(?: \S+)*/g)]
    .map(({ 0: words, index }) => {
      const x = left + index * cellWidth;
      const style =
        weight === 'bold' ? ' font-weight="bold"' : weight === 'faint' ? ' opacity="0.6"' : '';
      return `<text x="${x}" y="${top + baseline}" textLength="${words.length * cellWidth}" fill="${ink}"${style}>${escaped(words)}</text>`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
