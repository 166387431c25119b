import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { PkiWorld } from '../testing/pki-world.ts'
import { verify } from '../verify/verify.ts'
import { extend } from './extend.ts'
import { sign } from './sign.ts'

const world = await PkiWorld.start()
afterAll(() => world[Symbol.asyncDispose]())
const { trust, timestamp, an } = world
const evidence = world.evidence()

type Act = 'sign' | 'B-T' | 'B-LT' | 'B-LTA'

async function after(act: Act, bytes: Uint8Array): Promise<Uint8Array> {
  if (act === 'sign') return (await sign(bytes, { signer: an, at: world.clock })).bytes()
  return (await extend(bytes, { to: act, trust, timestamp, evidence, now: world.clock })).bytes()
}

test('signatures that come between extensions in any order all reach B-LTA', async () => {
  const acts = fc.array(fc.constantFrom<Act>('sign', 'B-T', 'B-LT', 'B-LTA'), { maxLength: 5 })
  const kinds = fc.constantFrom('table' as const, 'stream' as const)
  await fc.assert(
    fc.asyncProperty(acts, kinds, async (between, kind) => {
      let bytes: Uint8Array = buildPdf(pagesOf(1), { kind })
      for (const act of ['sign', ...between, 'B-LTA'] as const) bytes = await after(act, bytes)
      const report = await verify(bytes, { trust, at: world.clock })
      expect(report.verdict).toBe('valid')
      const signatures = report.signatures.filter(({ kind: of }) => of === 'signature')
      expect(new Set(signatures.map(({ level }) => level))).toEqual(new Set(['B-LTA']))
      expect(signatures).toHaveLength(1 + between.filter((act) => act === 'sign').length)
    }),
    { numRuns: 20 },
  )
})
