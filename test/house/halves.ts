/** What a person sees, hears and is warned of. */
const isStory = /^test\/(?:end-to-end\/[^/]*|faults\/warning-[^/]*)$/;

/** Of those what takes long for what it proves: programs of others, all examples, all ways out, all that may be wrong. */
const isThorough =
  /\/(bad-input|completion|examples|examples-by-radio|exchange|exit-codes|keep-awake|memory|read-to-the-end|recording|resized|voice|ways-out)\.test/;

/**
 * Splits the files that start programs, save the other faults: the stories are what a developer waits for at each change,
 * and the thorough ones are what `.ci/run` adds.
 */
export function halves(programs: readonly string[]): { stories: string[]; thorough: string[] } {
  const stories = programs.filter((path) => isStory.test(path) && !isThorough.test(path));
  const isOther = (path: string): boolean =>
    !stories.includes(path) && !path.startsWith('test/faults/');
  return { stories, thorough: programs.filter(isOther) };
}
