/** Commander's `error: unknown command 'x'` as a sentence; its suggestion stays on a line of its own. */
export function usageSentence(text: string): string {
  const [first = '', ...rest] = text.replace(/^error: /, '').split('\n');
  const said = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  return [/[.?]$/.test(said) ? said : `${said}.`, ...rest].join('\n');
}
