import { defineConfig } from 'vitest/config'

/** What takes minutes: `npm run test:long`. One after the other, because each wants the machine for itself. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      ...[
        'server/src/**/*.long.ts',
        'packages/**/*.long.ts',
        'bench/**/*.long.ts',
        'ops/**/*.long.ts',
        'scripts/*.long.ts',
      ],
      // Properties again, each tried more often (server/src/platform/testing/runs.ts).
      'server/src/**/*.property.test.ts',
    ],
    env: { LONG_TESTS: '1' },
    globalSetup: ['server/src/platform/testing/global-setup.ts'],
    maxWorkers: 1,
  },
})
