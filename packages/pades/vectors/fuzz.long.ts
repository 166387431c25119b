import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fuzz } from '../src/testing/fuzz/fuzz.ts'
import { fuzzTargets } from './fuzz-seeds.ts'

// FUZZ_SECONDS for each target, from FUZZ_SEED on; what is found is written to a folder that the failure names.

const seconds = Number(process.env.FUZZ_SECONDS ?? 60)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const mostBytes = 1 << 30

test.each(fuzzTargets().map((target) => [target.name, target] as const))(
  '%s neither crashes, hangs, nor eats memory',
  { timeout: (seconds + 60) * 1000 },
  async (name, target) => {
    const result = await fuzz(target, { seed, cases: Number.POSITIVE_INFINITY, untilMs: seconds * 1000 })
    const { cases, refused, slowestMs, faults } = result
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
    console.log(
      `${name}: seed ${seed}, ${cases} inputs, ${refused} refused, slowest ${Math.round(slowestMs)} ms, ${megabytes} MB`,
    )
    const folder = faults.length === 0 ? '' : mkdtempSync(join(tmpdir(), 'dotpha-pades-fuzz-'))
    for (const [index, { input }] of faults.entries()) writeFileSync(join(folder, String(index)), input)
    expect({ folder, faults: faults.map(({ what }) => what) }).toEqual({ folder: '', faults: [] })
    expect(process.memoryUsage.rss()).toBeLessThan(mostBytes)
  },
)
