import { hash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { signatureIn } from '../form/signature-dictionary.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import { PdfDict, type PdfObject, PdfStream } from '../pdf/objects.ts'
import { bytesSource } from '../source.ts'
import { testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { ocspNoCheck } from '../testing/extensions.ts'
import { crlRoute, ocspRoute } from '../testing/pki-server.ts'
import { PkiWorld } from '../testing/pki-world.ts'
import { verify } from '../verify/verify.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { purposeOids } from '../x509/purpose.ts'
import { type ExtendOptions, extend } from './extend.ts'
import { sign } from './sign.ts'

const world = await PkiWorld.start()
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(() => {
  world.clock = testNow
})

const { trust, timestamp, an } = world
const pdf = buildPdf(pagesOf(1))
const signed = async (document: Uint8Array, signer = an) =>
  (await sign(document, { signer, at: world.clock, level: 'B-T', timestamp })).bytes()
const lift = async (bytes: Uint8Array, to: ExtendOptions['to'] = 'B-LT') =>
  (await extend(bytes, { to, trust, timestamp, evidence: world.evidence(), now: world.clock })).bytes()
const offline = (bytes: Uint8Array) => verify(bytes, { trust, at: world.clock })

const dictOf = (file: PdfFile, value: PdfObject): PdfDict => {
  const dict = file.resolve(value)
  return dict instanceof PdfDict ? dict : PdfDict.of({})
}

/** What the store of a file has of a kind, and the entries of its signatures. */
function storeOf(bytes: Uint8Array) {
  const file = openPdf(bytesSource(bytes))
  const store = dictOf(file, file.catalog().get('DSS'))
  const items = (key: string) => {
    const list = file.resolve(store.get(key))
    return (Array.isArray(list) ? list : []).map((item) => {
      const stream = file.resolve(item)
      return stream instanceof PdfStream ? Buffer.from(file.decode(stream).bytes) : Buffer.alloc(0)
    })
  }
  const vri = dictOf(file, store.get('VRI'))
  return { file, vri, certificates: items('Certs'), crls: items('CRLs'), ocsps: items('OCSPs') }
}

const namesIn = (certificates: readonly Buffer[]) =>
  certificates.map((der) => parseCertificate(der).subject.find('CN')).sort()
const nameOf = (identity: { parsed: { subject: { find(key: 'CN'): string | null } } }) =>
  identity.parsed.subject.find('CN')

describe('the store of a file', () => {
  test('has every certificate of both chains, and the status of each but the root', async () => {
    const { certificates, crls, ocsps } = storeOf(await lift(await signed(pdf)))
    expect(namesIn(certificates)).toEqual([an, world.stamper, world.middle, world.root].map(nameOf).sort())
    expect(crls).toHaveLength(1)
    expect(ocsps).toHaveLength(2)
  })

  test('names what belongs to a signature under the hash of its contents, with the time', async () => {
    const { file, vri } = storeOf(await lift(await signed(pdf)))
    const [field] = readForm(file)?.fields ?? []
    const contents = field && signatureIn(file, field)?.contents?.bytes
    const key = hash('sha1', contents ?? '', 'hex').toUpperCase()
    expect([...vri.entries.keys()]).toEqual([key])
    const entry = dictOf(file, vri.get(key))
    expect([...entry.entries.keys()]).toEqual(['Type', 'Cert', 'CRL', 'OCSP', 'TU'])
    expect(entry.get('Cert')).toHaveLength(4)
  })

  test('keeps what it has and gets nothing twice when a second signature comes', async () => {
    const once = await lift(await signed(pdf), 'B-LTA')
    const other = world.issue({ commonName: 'Trần Văn Bình' })
    const bytes = await lift(await signed(once, other), 'B-LTA')
    const { vri, certificates, crls, ocsps } = storeOf(bytes)
    for (const items of [certificates, crls, ocsps])
      expect(new Set(items.map(String)).size).toBe(items.length)
    for (const item of storeOf(once).ocsps) expect(ocsps.some((one) => one.equals(item))).toBe(true)
    expect(namesIn(certificates)).toHaveLength(5)
    expect(vri.entries.size).toBeGreaterThanOrEqual(2)
    expect(await offline(bytes)).toMatchObject({
      verdict: 'valid',
      signatures: [{ level: 'B-LTA' }, {}, { level: 'B-LTA' }, {}],
    })
  })

  test('takes in a store that stands in the catalogue itself', async () => {
    const catalogue = '<</Type/Catalog/Pages 2 0 R/DSS<</Certs[]>>>>'
    const own = buildPdf({ ...pagesOf(1), 1: catalogue })
    const bytes = await lift(await signed(own))
    expect(storeOf(bytes).certificates).toHaveLength(4)
    expect(await offline(bytes)).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-LT' }] })
  })

  test('gets a certificate of the chain that the signature lacks from where it is said to be', async () => {
    world.server.on('middle', () => ({ body: world.middle.certificate }))
    const bytes = await lift(await signed(pdf, { ...an, parsed: an.parsed, issuers: [] }))
    expect(namesIn(storeOf(bytes).certificates)).toContain(nameOf(world.middle))
    expect(await offline(bytes)).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-LT' }] })
  })
})

describe('a responder that the authority named', () => {
  const crlUrl = world.server.at('crl')
  const respondBy = (responder: typeof an) =>
    world.server.on(
      'ocsp',
      ocspRoute(world.middle, [an.parsed, world.stamper.parsed], { responder, thisUpdate: testNow }),
    )

  test('is in the store with the list that says of its own status', async () => {
    const responder = world.middle.issue({
      commonName: 'OCSP 1',
      purposes: [purposeOids.ocspSigning],
      crlUrl,
    })
    respondBy(responder)
    const bytes = await lift(await signed(pdf))
    const { certificates, crls } = storeOf(bytes)
    expect(namesIn(certificates)).toContain('OCSP 1')
    expect(crls).toHaveLength(2)
    const report = await offline(bytes)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]?.findings).toEqual([])
  })

  test('that need not be asked for is there by itself', async () => {
    const responder = world.middle.issue({
      commonName: 'OCSP 2',
      purposes: [purposeOids.ocspSigning],
      extensions: [ocspNoCheck],
    })
    respondBy(responder)
    const { certificates, crls } = storeOf(await lift(await signed(pdf)))
    expect(namesIn(certificates)).toContain('OCSP 2')
    expect(crls).toHaveLength(1)
  })

  test('of whose status nobody knows keeps the file from B-LT', async () => {
    respondBy(world.middle.issue({ commonName: 'OCSP 3', purposes: [purposeOids.ocspSigning] }))
    await expect(lift(await signed(pdf))).rejects.toMatchObject({
      code: 'revocation_unknown',
      details: { certificate: 'OCSP 3' },
    })
  })

  test('that was revoked when it answered is not believed', async () => {
    const responder = world.middle.issue({
      commonName: 'OCSP 4',
      purposes: [purposeOids.ocspSigning],
      crlUrl,
    })
    respondBy(responder)
    world.server.on('crl', crlRoute(world.middle, { revoked: [{ certificate: responder.parsed }] }))
    const bytes = await lift(await signed(pdf))
    expect(storeOf(bytes).ocsps).toHaveLength(0)
    expect(await offline(bytes)).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-LT' }] })
  })
})
