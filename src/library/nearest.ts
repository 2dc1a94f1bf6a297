/** The word nearest to `word` by edit distance, if it is near enough to be a slip of the finger. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const cut = word.slice(0, 40);
  const ranked = words
    .map((each) => ({ each, distance: editDistance(cut, each) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, best.each.length / 2)
    ? best.each
    : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
