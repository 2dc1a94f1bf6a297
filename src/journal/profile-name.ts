const namePattern = /^[a-z0-9][a-z0-9_-]{0,31}$/;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A profile's name would not do as a folder's name. */
class ProfileNameError extends Error {
  readonly exitCode = 2;

  constructor(name: string) {
    super(
      `${JSON.stringify(name)} cannot name a profile: use up to 32 lower-case letters, digits, - and _, as in --profile anna.`,
    );
    this.name = 'ProfileNameError';
  }
}

/** The name itself; throws a ProfileNameError for anything that could lead out of its folder or clash with another. */
export function checkedProfileName(name: string): string {
  if (!namePattern.test(name) || reservedOnWindows.test(name)) throw new ProfileNameError(name);
  return name;
}
