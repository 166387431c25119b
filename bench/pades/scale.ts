import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sign } from '../../packages/pades/src/sign/sign.ts'
import { testAuthority, testNow } from '../../packages/pades/src/testing/authority.ts'
import { letter, writeLarge } from './documents.ts'
import { median } from './measure.ts'

export interface LargeCost {
  readonly sizeMb: number
  readonly cpuMs: number
  readonly grownMb: number
}

/** What a file costs by its size, each in a process of its own: from reading to the signed file on the disk. */
export function measureSizes(folder: string, sizesMb: readonly number[]): readonly LargeCost[] {
  const paths = {
    small: join(folder, 'small.pdf'),
    large: join(folder, 'large.pdf'),
    to: join(folder, 'to.pdf'),
  }
  writeLarge(paths.small, 100_000)
  const child = join(import.meta.dirname, 'large-child.ts')
  const costs = sizesMb.map((sizeMb) => {
    writeLarge(paths.large, sizeMb * 1_000_000)
    const told = execFileSync(process.execPath, [child, paths.small, paths.large, paths.to], {
      encoding: 'utf8',
    })
    const { cpuMs, grownMb } = JSON.parse(told) as Pick<LargeCost, 'cpuMs' | 'grownMb'>
    return { sizeMb, cpuMs, grownMb }
  })
  for (const path of Object.values(paths)) rmSync(path, { force: true })
  return costs
}

export interface RevisionCost {
  readonly signatures: number
  readonly cpuMs: number
}

const signedTimes = 100
const warmedTimes = 1500

/** What one more signature costs on a letter that has some already. */
export async function measureRevisions(counts: readonly number[]): Promise<readonly RevisionCost[]> {
  const signer = testAuthority().issue({ keyKind: 'p256' })
  const costs: RevisionCost[] = []
  let bytes = letter('table')
  let signatures = 0
  for (const count of counts) {
    for (; signatures < count; signatures++) bytes = (await sign(bytes, { signer, at: testNow })).bytes()
    const turns: number[] = []
    for (let warm = warmedTimes; warm > 0; warm--) await sign(bytes, { signer, at: testNow })
    for (let turn = 0; turn < 9; turn++) {
      const before = process.cpuUsage()
      for (let left = signedTimes; left > 0; left--) await sign(bytes, { signer, at: testNow })
      const { user, system } = process.cpuUsage(before)
      turns.push((user + system) / 1000 / signedTimes)
    }
    costs.push({ signatures, cpuMs: median(turns) })
  }
  return costs
}
