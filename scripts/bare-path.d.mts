/** The programs of a machine with nothing but Node, by name. */
export const barePrograms: readonly string[]

/** Makes a folder of links to these that serves as a PATH. */
export function makeBarePath(): { readonly path: string; readonly remove: () => void }
