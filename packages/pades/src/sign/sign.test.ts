import { describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { signatureIn } from '../form/signature-dictionary.ts'
import { openPdf } from '../pdf/document.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { pdfsigCount } from '../testing/pdf-judges.ts'
import { sign } from './sign.ts'

const authority = testAuthority()
const signers = {
  'P-256': authority.issue({ keyKind: 'p256' }),
  'P-521': authority.issue({ keyKind: 'p521' }),
  'RSA-2048': authority.issue({ keyKind: 'rsa2048' }),
}
const names = (bytes: Uint8Array) => readForm(openPdf(bytesSource(bytes)))?.fields.map(({ name }) => name)

describe('signing', () => {
  test.each(Object.entries(signers))('with %s makes a file that poppler finds right', async (_, signer) => {
    for (const kind of ['table', 'stream', 'hybrid'] as const) {
      const pdf = buildPdf(pagesOf(2), { kind, ...(kind !== 'table' && { inStream: [1, 2] }) })
      const signed = (await sign(pdf, { signer, at: testNow })).bytes()
      expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).toBe(0)
      expect(pdfsigCount(signed)).toBeOneOf([1, null])
    }
  })

  test('one after the other leaves each earlier signature right', async () => {
    let bytes: Uint8Array = buildPdf(pagesOf(1))
    for (const signer of Object.values(signers)) bytes = (await sign(bytes, { signer, at: testNow })).bytes()
    expect(names(bytes)).toEqual(['Signature1', 'Signature2', 'Signature3'])
    expect(pdfsigCount(bytes)).toBeOneOf([3, null])
  })

  test('writes what the signer says of the signature', async () => {
    const declared = { reason: 'Phê duyệt', location: 'Tứ Kỳ', name: 'Nguyễn Thị Ánh' }
    const signed = await sign(buildPdf(pagesOf(1)), {
      signer: signers['P-256'],
      at: testNow,
      declared,
      certify: 2,
    })
    const file = openPdf(bytesSource(signed.bytes()))
    const [field] = readForm(file)?.fields ?? []
    expect(field && signatureIn(file, field)).toMatchObject({
      ...declared,
      certification: 2,
      claimed: { at: testNow },
    })
  })

  test.each([
    ['a field that is signed already', {}, { field: 'Signature1' }, 'field_already_signed'],
    ['a page that is not there', {}, { page: 7 }, 'field_not_found'],
    ['a document that nothing may change', { certify: 1 as const }, {}, 'changes_not_permitted'],
    ['a locked field', { lock: { action: 'All' as const, fields: [] } }, {}, 'field_locked'],
    ['a certification after a signature', {}, { certify: 2 as const }, 'changes_not_permitted'],
  ])('refuses %s', async (_, first, second, code) => {
    const options = { signer: signers['P-256'], at: testNow }
    const once = (await sign(buildPdf(pagesOf(1)), { ...options, ...first })).bytes()
    await expect(sign(once, { ...options, ...second })).rejects.toMatchObject({ code })
  })
})
