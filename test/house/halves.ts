/** What a person sees, hears and is warned of. */
const isStory = /^test\/(?:end-to-end\/[^/]*|faults\/warning-[^/]*)$/;

/**
 * Splits the files that start programs, save the other faults: the stories are what a developer waits for at each change,
 * and the thorough ones, those of test/end-to-end/thorough among them, are what `.ci/run` adds.
 */
export function halves(programs: readonly string[]): { stories: string[]; thorough: string[] } {
  const stories = programs.filter((path) => isStory.test(path));
  const isOther = (path: string): boolean =>
    !stories.includes(path) && !path.startsWith('test/faults/');
  return { stories, thorough: programs.filter(isOther) };
}
