import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { measureJudges } from './pades/judging.ts'
import { judgingPage } from './pades/judging-report.ts'
import { measureMany } from './pades/many.ts'
import { measureLoopDelay, measureThroughput } from './pades/pools.ts'

/**
 * Measures judging signatures against what its arithmetic alone costs and against pkijs, many signatures in one file, and
 * the pool: `node --expose-gc bench/pades-verify.ts [--rounds N] [--turn MS] [--warm MS] [--write]`. Without `--write` the
 * page is printed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    turn: { type: 'string', default: '200' },
    warm: { type: 'string', default: '3000' },
    write: { type: 'boolean', default: false },
  },
})
const options = { rounds: Number(values.rounds), turnMs: Number(values.turn), warmMs: Number(values.warm) }
const page = judgingPage({
  rounds: options.rounds,
  speeds: await measureJudges(options),
  many: await measureMany([1, 10, 100, 500]),
  throughput: await measureThroughput(),
  delays: await measureLoopDelay(),
})
if (values.write) await writeFile(join(repositoryRoot, 'docs', 'benchmarks-pades-verify.md'), page)
else console.log(page)
