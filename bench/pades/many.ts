import { sign } from '../../packages/pades/src/sign/sign.ts'
import { testAuthority, testNow } from '../../packages/pades/src/testing/authority.ts'
import { makeCrl } from '../../packages/pades/src/testing/revocation.ts'
import { verify } from '../../packages/pades/src/verify/verify.ts'
import { letter } from './documents.ts'
import { median } from './measure.ts'

export interface ManyCost {
  readonly signatures: number
  readonly sizeMb: number
  readonly cpuMs: number
}

const turns = 5

/** What judging a letter costs by the number of signatures on it, each in a revision of its own. */
export async function measureMany(counts: readonly number[]): Promise<readonly ManyCost[]> {
  const authority = testAuthority()
  const signer = authority.issue({ keyKind: 'p256' })
  const trust = [{ name: 'bench', kind: 'test', anchors: [authority.parsed] }] as const
  const given = { crls: [makeCrl(authority)] }
  const costs: ManyCost[] = []
  let pdf = letter('table')
  let signatures = 0
  for (const count of counts) {
    for (; signatures < count; signatures++) pdf = (await sign(pdf, { signer, at: testNow })).bytes()
    const spent: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      const before = process.cpuUsage()
      const { verdict } = await verify(pdf, { trust, at: testNow, given })
      const { user, system } = process.cpuUsage(before)
      if (verdict !== 'valid_no_tsa') throw new Error(`${count} signatures: ${verdict}`)
      spent.push((user + system) / 1000)
    }
    costs.push({ signatures, sizeMb: pdf.length / 1e6, cpuMs: median(spent) })
  }
  return costs
}
