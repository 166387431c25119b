// Which test files ask a browser or a program from outside: those that reach scripts/judges.mjs by their imports, since
// that is the only way to find either.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './root.mjs'

const rooms = ['bin', 'e2e', 'ops', 'packages', 'scripts', 'server/src']
const imported = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g

/** The test files, by their paths from the root, that ask a browser or a judge. */
export function judgedTests() {
  return testsReaching(importsOfAll(), (name) => name === 'scripts/judges.mjs')
}

/**
 * Every file of ours with what it imports: paths from the root, and names of packages as they are.
 *
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
export function importsOfAll() {
  const files = rooms.flatMap((room) => sourcesBelow(join(root, room)))
  return new Map(files.map((file) => [relative(root, file), importsOf(file)]))
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @param {(name: string) => boolean} isGoal
 */
export function testsReaching(imports, isGoal) {
  const reaches = (file, seen = new Set()) => {
    if (isGoal(file)) return true
    if (seen.has(file)) return false
    seen.add(file)
    return (imports.get(file) ?? []).some((next) => reaches(next, seen))
  }
  return [...imports.keys()].filter((file) => /\.test\.tsx?$/.test(file) && reaches(file)).sort()
}

function importsOf(file) {
  const names = [...readFileSync(file, 'utf8').matchAll(imported)].map(([, name]) => name)
  return names.map((name) => {
    if (name.startsWith('.')) return relative(root, join(dirname(file), name))
    const [, own, rest] = /^@dot-pha\/([^/]+)(?:\/(.*))?$/.exec(name) ?? []
    return own === undefined ? name : entryOf(own, rest)
  })
}

function entryOf(packageName, entry) {
  const folder = join('packages', packageName)
  const { exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const target = exports[entry === undefined ? '.' : `./${entry}`]
  return join(folder, typeof target === 'string' ? target : (target?.default ?? 'package.json'))
}

function sourcesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|mts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/node_modules/'))
}
