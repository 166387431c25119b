import { describe, expect, test } from 'vitest'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { issueTimestamper, makeToken } from '../testing/timestamp.ts'
import { type SignOptions, sign } from './sign.ts'

const root = testAuthority()
const middle = root.intermediate()
const signer = middle.issue({ keyKind: 'p256' })
const stamper = issueTimestamper(root)
const timestamp = {
  hash: 'sha256',
  tokenBytesAtMost: 4000,
  stamp: async (digest: Uint8Array) => makeToken(stamper, digest),
} as const

/** A document with one empty field that asks for something. */
function asking(seed: string): Uint8Array {
  const field = `<</FT/Sig/T(K)/Type/Annot/Subtype/Widget/Rect[0 0 9 9]/P 3 0 R/SV<</Type/SV${seed}>>>>`
  const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]>>>>'
  return buildPdf({ ...pagesOf(1), 1: catalog, 8: field })
}

const signAsked = (seed: string, options: Partial<SignOptions> = {}) =>
  sign(asking(seed), { signer, at: testNow, field: 'K', ...options })

const hex = (bytes: Uint8Array | undefined) => `<${Buffer.from(bytes ?? []).toString('hex')}>`
const reason = (text: string) => ({ declared: { reason: text } })

describe('a field that demands something', () => {
  test.each<[string, string, Partial<SignOptions>]>([
    ['wishes alone', '/Filter/Other/SubFilter[/adbe.pkcs7.sha1]/DigestMethod[(SHA512)]', {}],
    ['our filter', '/Ff 1/Filter/Adobe.PPKLite', {}],
    ['one of several kinds', '/Ff 2/SubFilter[/adbe.pkcs7.detached/ETSI.CAdES.detached]', {}],
    ['a reader of a version', '/Ff 4/V 2', {}],
    ['one of some reasons', '/Ff 8/Reasons[(Phe duyet)(Xem)]', reason('Xem')],
    ['no reason', '/Ff 8/Reasons[(.)]', {}],
    ['no reason, by an empty list', '/Ff 8/Reasons[]', {}],
    ['a hash', '/Ff 64/DigestMethod[(SHA256)(SHA384)]', {}],
    ['a signature that certifies', '/MDP<</P 2>>', { certify: 2 }],
    ['a signature that does not', '/MDP<</P 0>>', {}],
    ['a time-stamp', '/TimeStamp<</URL(http://a)/Ff 1>>', { level: 'B-T', timestamp }],
    ['a time-stamp, as a wish', '/TimeStamp<</URL(http://a)>>', {}],
    ['a locked document', '/Ff 128/LockDocument/true', { certify: 1 }],
    ['a document that is not locked', '/Ff 128/LockDocument/false', {}],
    ['no revocation data', '/Ff 32/AddRevInfo false', {}],
    ['this certificate', `/Cert<</Ff 1/Subject[${hex(signer.certificate)}]>>`, {}],
    ['this issuer', `/Cert<</Ff 2/Issuer[${hex(signer.issuers[0])}]>>`, {}],
    ['a usage', '/Cert<</Ff 32/KeyUsage[(0XX)(11X0)]>>', {}],
  ])('is signed where it has %s', async (_, seed, options) => {
    expect((await signAsked(seed, options)).appended.length).toBeGreaterThan(1000)
  })

  test.each<[string, string, string, Partial<SignOptions>]>([
    ['another filter', '/Ff 1/Filter/Other', 'Filter', {}],
    ['another kind', '/Ff 2/SubFilter[/adbe.pkcs7.detached]', 'SubFilter', {}],
    ['another reason', '/Ff 8/Reasons[(Phe duyet)]', 'Reasons', reason('Xem')],
    ['a reason', '/Ff 8/Reasons[(Phe duyet)]', 'Reasons', {}],
    ['no reason', '/Ff 8/Reasons[(.)]', 'Reasons', reason('Xem')],
    ['an attestation', '/Ff 16/LegalAttestation[(x)]', 'LegalAttestation', {}],
    ['revocation data', '/Ff 32/AddRevInfo true', 'AddRevInfo', {}],
    ['another hash', '/Ff 64/DigestMethod[(SHA512)]', 'DigestMethod', {}],
    ['a locked document', '/Ff 128/LockDocument/true', 'LockDocument', {}],
    ['a look that we do not know', '/Ff 256/AppearanceFilter(x)', 'AppearanceFilter', {}],
    ['a signature that certifies', '/MDP<</P 2>>', 'MDP', { certify: 3 }],
    ['a signature that certifies at all', '/MDP<</P 2>>', 'MDP', {}],
    ['a signature that does not', '/MDP<</P 0>>', 'MDP', { certify: 2 }],
    ['a time-stamp', '/TimeStamp<</URL(http://a)/Ff 1>>', 'TimeStamp', {}],
    ['another certificate', `/Cert<</Ff 1/Subject[${hex(root.certificate)}]>>`, 'Cert.Subject', {}],
    ['another issuer', `/Cert<</Ff 2/Issuer[${hex(root.certificate)}]>>`, 'Cert.Issuer', {}],
    ['a policy', '/Cert<</Ff 4/OID[(1.2.3)]>>', 'Cert.OID', {}],
    ['a name', '/Cert<</Ff 8/SubjectDN[<</CN(x)>>]>>', 'Cert.SubjectDN', {}],
    ['another usage', '/Cert<</Ff 32/KeyUsage[(0)(XX1)]>>', 'Cert.KeyUsage', {}],
  ])('is not signed where it has %s and does not get it', async (_, seed, requirement, options) => {
    await expect(signAsked(seed, options)).rejects.toMatchObject({
      code: 'field_requirement_not_met',
      details: { field: 'K', requirement },
    })
  })
})
