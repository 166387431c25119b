import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Counts a run of vitest into the file that DOTPHA_TEST_COUNTS names; vitest's own reporter prints next to it.
 * What fails outside a test (a file that does not load, a hook, a stray rejection) counts as one failure.
 *
 * @implements {import('vitest/node').Reporter}
 */
export default class CountReporter {
  onTestRunEnd(modules, strayErrors) {
    const counts = { passed: 0, failed: strayErrors.length, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1
      for (const holder of [module, ...module.children.allSuites()])
        if (holder.errors().length > 0) counts.failed += 1
    }
    const file = process.env.DOTPHA_TEST_COUNTS
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(counts))
  }
}
