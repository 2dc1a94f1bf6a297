/** Columns of a help text, where the terminal has them: long lines read badly, and one width can be written beforehand. */
export const helpColumns = 80;

/** A narrower terminal's own columns, else those of every help text. */
export const helpWidth = ({
  isTTY,
  columns,
}: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number =>
  isTTY === true ? Math.min(columns, helpColumns) : helpColumns;
