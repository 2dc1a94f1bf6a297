type Written = { readonly write: (text: string) => unknown };

/** Where a `log` command writes: data on stdout, words about it on stderr. */
export type LogOutput = { readonly stdout: Written; readonly stderr: Written };

/** How a text is drawn: terminal columns, colours or none, all of Unicode or ASCII alone. */
export type Drawing = {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode?: boolean;
};
