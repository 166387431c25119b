import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of the repository, from which files that are not code (migrations, data, built assets) are
 * found. It is looked for upwards, because this file is one depth down in the sources and another in the
 * bundle.
 */
export const repositoryRoot: string = findRoot(import.meta.dirname)

function findRoot(start: string): string {
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, 'package-lock.json'))) return at
    if (at === dirname(at)) throw new Error(`no package-lock.json in or above ${start}`)
  }
}
