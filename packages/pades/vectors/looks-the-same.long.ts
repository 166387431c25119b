import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findJudge } from '../../../scripts/judges.mjs'
import { Desk } from '../matrix/desk.ts'
import { trustOf } from '../matrix/validators.ts'
import { sign } from '../src/sign/sign.ts'
import { document } from '../src/testing/attacks/document.ts'
import { buildPdf } from '../src/testing/build-pdf.ts'
import { mutatePdf } from '../src/testing/fuzz/mutate.ts'
import { Random } from '../src/testing/fuzz/random.ts'
import { verify } from '../src/verify/verify.ts'
import { readVector } from './expectations.ts'

// What stays good after broken revisions is drawn as it was signed, by two readers of others. Form fields may change.

const seconds = Number(process.env.FUZZ_SECONDS ?? 60)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const missing = ['pdftoppm', 'mutool'].some((program) => findJudge(program) === undefined)

/** What poppler and MuPDF draw of a file. */
function drawn(desk: Desk, pdf: Uint8Array): string {
  const path = desk.write('drawn.pdf', pdf)
  desk.run('sh', [
    '-c',
    'rm -f page-*; pdftoppm -r 40 -gray "$0" page-p; mutool draw -q -r 40 -o page-m%d.pgm "$0"',
    path,
  ])
  const { text } = desk.run('sh', ['-c', 'cat page-* | sha256sum'])
  return createHash('sha256').update(text).digest('hex')
}

test.skipIf(missing)(
  'a revision that leaves a file good leaves its pages as they were',
  { timeout: (seconds + 120) * 1000 },
  async () => {
    using desk = new Desk()
    const signer = desk.ca.issue({ notAfter: new Date('2049-01-01T00:00:00Z') })
    const plain = [
      buildPdf(document),
      ...['ghostscript', 'libpdf', 'hand-hybrid'].map((name) => readVector(`corpus/${name}.pdf`)),
    ]
    const seeds: { signed: Uint8Array; looks: string }[] = []
    for (const pdf of plain) {
      const signed = (await sign(pdf, { signer, at: new Date() })).bytes()
      seeds.push({ signed, looks: drawn(desk, signed) })
    }
    // It would see nothing otherwise.
    expect(new Set(seeds.map(({ looks }) => looks)).size).toBe(seeds.length)
    const all = seeds.map(({ signed }) => signed)
    const random = new Random(seed)
    const options = trustOf(desk)
    const end = Date.now() + seconds * 1000
    let good = 0
    while (Date.now() < end) {
      const { signed, looks } = random.pick(seeds)
      const changed = mutatePdf(signed, random, all)
      if (changed.length <= signed.length || !Buffer.from(signed).equals(changed.subarray(0, signed.length)))
        continue
      const { verdict, signatures } = await verify(changed, options)
      if (verdict !== 'valid_no_tsa') continue
      if (signatures.some((one) => one.changesAfter.some(({ kind }) => kind === 'form_value'))) continue
      good += 1
      expect([drawn(desk, changed), Buffer.from(changed.subarray(signed.length)).toString('latin1')]).toEqual(
        [looks, expect.any(String)],
      )
    }
    console.log(`seed ${seed}: ${good} changed files stayed good and looked the same`)
    expect(good).toBeGreaterThan(0)
  },
)
