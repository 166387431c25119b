import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

type Settings = NonNullable<TestProjectInlineConfiguration['test']>

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** A kind of tests; those of a name that sorts first are begun first. */
function kind(name: string, settings: Settings): TestProjectInlineConfiguration {
  return { oxc, test: { name, environment: 'node', testTimeout: 300_000, hookTimeout: 300_000, ...settings } }
}

// Values in, values out: nothing in one such file can disturb another.
const pure = ['server/src/**/rules/**/*.test.ts', 'server/src/ui/**/*.test.{ts,tsx}', 'ops/**/*.test.ts']

export default defineConfig({
  oxc,
  test: {
    globalSetup: ['server/src/platform/testing/global-setup.ts'],
    // Workers wait a quarter of their time, for a page, a process, a disk: two more than there are cores keep these busy.
    maxWorkers: availableParallelism() + 2,
    projects: [
      // The tests of a worker share its browser and a server that they only read (e2e/testing/product.ts); tests that
      // change data have their own server and database.
      kind('e2e', {
        include: ['e2e/**/*.test.ts'],
        globalSetup: ['e2e/testing/browser-set-up.ts'],
        isolate: false,
      }),
      // A library's tests share nothing but their own authorities and files.
      kind('packages', { include: ['packages/**/*.test.ts'], isolate: false }),
      // Loading the product takes longer than most of these files run: a worker loads it once. What is changed about the
      // process itself (its environment, its clock) is put back by the test that changed it.
      kind('product', {
        isolate: false,
        include: ['server/src/**/*.test.{ts,tsx}', 'bin/**/*.test.ts', 'scripts/**/*.test.ts'],
        exclude: pure,
      }),
      kind('pure', { include: pure, isolate: false, pool: 'threads' }),
    ],
  },
})
