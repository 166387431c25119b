import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository, or of an unpacked release. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The file that makes a folder a release: it says of which version, and that all is installed and built. */
export const releaseMarker = 'release.json'

/** In a release nothing is installed or built, and nothing is looked at that could ask for it. */
export const isRelease = existsSync(join(root, releaseMarker))
