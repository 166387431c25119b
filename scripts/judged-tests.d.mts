/** The test files, by their paths from the root, that ask a browser or a judge. */
export function judgedTests(): readonly string[]

/** Every file of ours with what it imports: paths from the root, and names of packages as they are. */
export function importsOfAll(): ReadonlyMap<string, readonly string[]>

/** The test files from which one comes, by imports, to something. */
export function testsReaching(
  imports: ReadonlyMap<string, readonly string[]>,
  isGoal: (name: string) => boolean,
): readonly string[]
