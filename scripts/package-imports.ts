import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** Where tests and what they share stand. */
const ofTests = /(^|\/)testing|\.(test|long)\.ts$/

/**
 * Every import in code of a package that leads to no file in the folder of that code and to no dependency that the
 * package declares.
 *
 * @param code `dist` where the package is built, or `src`; tests are left out
 */
export function importsLeadingOut(folder: string, code: string): readonly string[] {
  const { name, dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, object | undefined>
  const declared = [name, ...Object.keys({ ...dependencies, ...optionalDependencies })]
  const holds = (from: string, specifier: string) => {
    if (!specifier.startsWith('.')) return isBuiltin(specifier) || declared.includes(packageOf(specifier))
    // In a file of types TypeScript takes `.ts` for the types of that file, and leaves it as it was written.
    const target = join(
      dirname(from),
      from.endsWith('.d.ts') ? specifier.replace(/\.ts$/, '.d.ts') : specifier,
    )
    return !relative(join(folder, code), target).startsWith('..') && existsSync(target)
  }
  const files = globSync('**/*.{js,ts}', { cwd: join(folder, code), exclude: (name) => ofTests.test(name) })
  return files.flatMap((file) => {
    const path = join(folder, code, file)
    const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true)
    const wrong = importedFiles.filter(({ fileName }) => !holds(path, fileName))
    return wrong.map(({ fileName }) => `${file}: ${fileName}`)
  })
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}
