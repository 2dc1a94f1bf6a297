const clearings = ['\u001b[2J', '\u001b[3J'] as const;

/** How often a terminal was told to clear its screen or what scrolled off it. */
export const clearsIn = (text: string): number =>
  clearings.reduce((sum, code) => sum + text.split(code).length - 1, 0);
