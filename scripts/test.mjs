// `npm test`: everything, or what the arguments choose. Runs on Node 20 up to the hand-over to the packaged Node.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { missingJudges, veraPdf } from './judges.mjs'
import { onPackagedNode, run } from './packaged-node.mjs'
import { root } from './root.mjs'

const countsFile = join(root, `test-results/counts-${process.pid}.json`)
const args = process.argv.slice(2)

try {
  ensureInstalled({ dev: true })
  await onPackagedNode(fileURLToPath(import.meta.url), args)
  const { ensureBuilt } = await import('./fresh.mjs')
  await ensureBuilt()
  process.exitCode = conclude(await runVitest())
} catch (error) {
  console.error(error.sentence ?? error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

function runVitest() {
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/reporter.mjs')}`]
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  return run(process.execPath, [vitest, 'run', '--root', root, ...reporters, ...args], {
    DOTPHA_TEST_COUNTS: countsFile,
  })
}

/**
 * Lists the external checkers that were not available and ends with the counts, so that the last line is a complete
 * summary.
 */
function conclude(vitestCode) {
  const { passed, failed: failedTests, skipped } = readCounts()
  const missing = missingJudges()
  for (const { program, debian, judges } of missing) {
    console.log(`judge not run: ${program} (${judges}); Debian package ${debian}`)
  }
  if (veraPdf() === undefined) console.log('judge not run: veraPDF (PDF/A); VERAPDF names it where it is')
  const failedJudges = process.env.REQUIRE_TOOLS === '1' ? missing.length : 0
  let failed = failedTests + failedJudges
  // A run that broke off, or in which nothing ran, proves nothing.
  if (failed === 0 && (vitestCode !== 0 || passed === 0)) failed = 1
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

function readCounts() {
  if (!existsSync(countsFile)) return { passed: 0, failed: 0, skipped: 0 }
  const counts = JSON.parse(readFileSync(countsFile, 'utf8'))
  rmSync(countsFile)
  return counts
}
