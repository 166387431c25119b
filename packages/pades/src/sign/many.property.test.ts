import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { openPdf } from '../pdf/document.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { partsOf } from '../testing/exercise-pdf.ts'
import { pdfsigCount, qpdfFindsSound } from '../testing/pdf-judges.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from '../verify/verify.ts'
import { complete } from './complete.ts'
import { prepare } from './prepare.ts'
import { sign } from './sign.ts'

const authority = testAuthority()
const middle = authority.intermediate()
const signers = (['p256', 'p384', 'p521', 'rsa2048'] as const).map((keyKind) => middle.issue({ keyKind }))
const trust = [{ name: 'Gốc thử', kind: 'test', anchors: [authority.parsed] }] as const
const given = { crls: [makeCrl(authority), makeCrl(middle)] }

const kind = fc.constantFrom('table', 'stream', 'hybrid' as const)

/** A document of some pages, written in one of the ways and perhaps changed once. */
const documents = fc
  .record({
    pages: fc.integer({ min: 1, max: 4 }),
    kind,
    packed: fc.subarray([1, 2, 3]),
    hasForm: fc.boolean(),
    changedIn: fc.option(kind, { nil: null }),
  })
  .map(({ pages, kind, packed, hasForm, changedIn }) => {
    const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[50 0 R]>>>>'
    const form = { 1: catalog, 50: '<</FT/Sig/T(Ky)/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R>>' }
    const objects = { ...pagesOf(pages), ...(hasForm && form) }
    const pdf = buildPdf(objects, { kind, ...(kind !== 'table' && { inStream: packed }) })
    const changed = changedIn === null ? pdf : appendRevision(pdf, { 60: '[1]' }, { kind: changedIn })
    return { pdf: changed, pages, hasForm }
  })

const text = fc.string({ unit: fc.constantFrom(...'aăâđếộửỹ ()\\<>%😀') })
const acts = fc.array(
  fc.record({
    signer: fc.constantFrom(...signers),
    page: fc.nat(),
    inSteps: fc.boolean(),
    declared: fc.record({ reason: text, location: text, name: text, contact: text }, { requiredKeys: [] }),
    certify: fc.option(fc.constantFrom(2, 3 as const), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 5 },
)

type Act = (typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never) & { readonly field?: string }

async function act(
  bytes: Uint8Array,
  { signer, inSteps, ...options }: Act,
  pages: number,
): Promise<Uint8Array> {
  const { certify, page, ...rest } = options
  const all = { ...rest, at: testNow, page: page % pages, ...(certify !== undefined && { certify }) }
  if (!inSteps) return (await sign(bytes, { ...all, signer })).bytes()
  const { certificate, issuers, hash } = signer
  const prepared = await prepare(partsOf(bytes), { ...all, certificate, issuers, hash })
  const value = signer.sign(Buffer.from(prepared.toSign, 'base64'))
  return (await complete(bytes, JSON.parse(JSON.stringify(prepared)), value)).bytes()
}

test('a document that is signed n times has n sound signatures, whoever signed how', async () => {
  await fc.assert(
    fc.asyncProperty(documents, acts, async ({ pdf, pages, hasForm }, list) => {
      let bytes = pdf
      for (const [place, one] of list.entries()) {
        const first = place === 0
        const { certify, ...later } = one
        const fitting = first ? one : { ...later, certify: undefined }
        bytes = await act(bytes, { ...fitting, ...(first && hasForm && { field: 'Ky' }) }, pages)
      }
      const fields = readForm(openPdf(bytesSource(bytes)))?.fields ?? []
      expect(fields.filter(({ value }) => value !== null)).toHaveLength(list.length)
      const report = await verify(bytes, { trust, at: testNow, given })
      expect(report.signatures.map(({ verdict }) => verdict)).toEqual(list.map(() => 'valid_no_tsa'))
      expect(report.signatures.map(({ declared }) => declared.reason)).toEqual(
        list.map(({ declared }) => declared.reason?.normalize('NFC') ?? null),
      )
      expect(pdfsigCount(bytes)).toBeOneOf([list.length, null])
      expect(qpdfFindsSound(bytes)).toBeOneOf([true, null])
    }),
    { numRuns: 12 },
  )
})
