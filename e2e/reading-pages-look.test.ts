import { expect, test } from 'vitest'
import { useBrowser, useProductForReading } from './testing/product.ts'
import { faultsOnWalk } from './testing/walk.ts'

const product = useProductForReading()
const chromium = useBrowser()

/** A work with a chart, steps, proof, appraisal and reports. */
async function richWork(): Promise<string> {
  const { code } = await product.database
    .selectFrom('evidence')
    .innerJoin('work', 'work.id', 'evidence.work_id')
    .innerJoin('completion', 'completion.work_id', 'work.id')
    .select('work.code')
    .where('work.state', '=', 'completed')
    .orderBy('work.code')
    .executeTakeFirstOrThrow()
  return `/cong-viec/${code}`
}

/** The decision by which Tứ Kỳ assigned its bodies their 143 works. */
async function largeDecision(): Promise<string> {
  const { id } = await product.database
    .selectFrom('decision')
    .innerJoin('unit', 'unit.id', 'decision.issuer_unit_id')
    .select('decision.id')
    .where('decision.number', 'like', '01-QĐ/HU%')
    .where('unit.code', '=', 'btv-tu-ky')
    .executeTakeFirstOrThrow()
  return `/quyet-dinh/${id}`
}

const pages: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'van-phong': async () => {
    const work = await richWork()
    const parts = ['', '?phan=bao-cao', '?phan=minh-chung', '?phan=quyet-dinh', '?phan=lich-su']
    return [
      '/chuong-trinh',
      '/chuong-trinh/2022',
      '/chuong-trinh/2022/nhom/1',
      '/cong-viec',
      '/cong-viec/2022-tu-ky-001',
      '/can-cu',
      '/can-cu/01-kl',
      '/chi-so/programme.kept_ratio',
      '/bai-bao',
      ...parts.map((part) => work + part),
    ]
  },
  'chi-bo': async () => {
    const decision = await largeDecision()
    return ['/quyet-dinh', decision, `${decision}/phu-luc`, '/chi-so']
  },
}

test.each(Object.entries(pages))(
  'axe finds nothing serious in what %s reads, at either size, and none is wider than its window',
  async (account, pathsOf) => {
    const paths = await pathsOf()
    expect(paths.length).toBeGreaterThan(0)
    const walk = { account, axe: ['desk', 'phone'], paths } as const
    expect(await faultsOnWalk(product, chromium.browser, walk)).toEqual({})
  },
)
