import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryRoot } from '../../server/src/platform/root.ts'

/** Puts a section between its marks on `docs/benchmarks-nd30.md`, at the end where it is new. */
export async function writeSection(text: string, start: string, end: string): Promise<void> {
  const path = join(repositoryRoot, 'docs', 'benchmarks-nd30.md')
  const page = existsSync(path) ? await readFile(path, 'utf8') : '# Benchmarks of official documents\n\n'
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  const rest =
    from >= 0 && to > from
      ? [page.slice(0, from), page.slice(to + end.length + 1)]
      : [`${page.trimEnd()}\n\n`, '']
  await writeFile(path, rest.join(text))
}
