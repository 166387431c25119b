import { defineConfig, mergeConfig } from 'vitest/config'
import ordinary from '../vitest.config.ts'

/** What takes minutes: `npm run test:long`. */
const long = mergeConfig(ordinary, defineConfig({}))
export default { ...long, test: { ...long.test, include: ['server/src/**/*.long.ts'] } }
