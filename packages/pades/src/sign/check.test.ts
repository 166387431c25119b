import { describe, expect, test } from 'vitest'
import type { EvidenceService } from '../services/evidence-service.ts'
import { type IssueOptions, testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { parseCrl } from '../x509/crl.ts'
import { keyUsages } from '../x509/extensions.ts'
import { purposeOids } from '../x509/purpose.ts'
import type { SignerCheck } from './check-path.ts'
import { type SignOptions, sign } from './sign.ts'

const pdf = buildPdf(pagesOf(1))
const root = testAuthority()
const middle = root.intermediate()
const signer = middle.issue()
const trust = [{ name: 'Gốc thử', kind: 'test', anchors: [root.parsed] }] as const
const lists = [makeCrl(root), makeCrl(middle)]

const signWith = (options: Partial<SignOptions>) => sign(pdf, { signer, at: testNow, ...options })
const codes = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code)

describe('a certificate before it signs', () => {
  test.each<[string, IssueOptions, string, Record<string, unknown>]>([
    ['that has run out', { notAfter: new Date('2026-03-15T01:59:59Z') }, 'certificate_not_valid_now', {}],
    [
      'that is not valid yet',
      { notBefore: new Date('2026-03-15T02:00:01Z') },
      'certificate_not_valid_now',
      {},
    ],
    ['of an authority', { ca: true }, 'certificate_not_for_signing', { reason: 'is_authority' }],
    ['whose key only encrypts', { usage: keyUsages.keyEncipherment }, 'certificate_not_for_signing', {}],
    ['for servers', { purposes: [purposeOids.serverAuth] }, 'certificate_not_for_signing', {}],
    ['with a short key', { keyKind: 'rsa1024' }, 'key_too_weak', { algorithm: 'RSA 1024' }],
  ])('%s is refused', async (_, options, code, details) => {
    await expect(signWith({ signer: middle.issue(options) })).rejects.toMatchObject({ code, details })
  })

  test('is told as unchecked where nothing was given to check it with', async () => {
    expect((await signWith({})).warnings).toEqual([
      { code: 'path_not_checked', certificate: 'Nguyễn Thị Ánh' },
      { code: 'revocation_not_checked', certificate: 'Nguyễn Thị Ánh' },
    ])
  })

  test('passes silently where its path is known and nobody in it revoked', async () => {
    expect((await signWith({ check: { trust, crls: lists } })).warnings).toEqual([])
  })

  test('is refused without a path to those who are trusted', async () => {
    const other = [{ name: 'Khác', kind: 'test', anchors: [testAuthority().parsed] }] as const
    const refused = signWith({ check: { trust: other, crls: lists } })
    await expect(refused).rejects.toMatchObject({ code: 'certificate_path_broken' })
  })

  test('is refused where one above it has run out', async () => {
    const old = root.intermediate({ notAfter: new Date('2026-03-01T00:00:00Z') })
    const refused = signWith({ signer: old.issue(), check: { trust, crls: lists } })
    await expect(refused).rejects.toMatchObject({
      code: 'certificate_path_broken',
      details: { reason: 'expired' },
    })
  })

  test.each([
    ['itself', { by: middle, revoked: signer.parsed, reason: 1 }],
    ['itself, for a while', { by: middle, revoked: signer.parsed, reason: 6 }],
    ['its authority', { by: root, revoked: middle.parsed, reason: 2 }],
  ])('is refused where %s was revoked', async (_, { by, revoked, reason }) => {
    const at = new Date('2026-03-10T00:00:00Z')
    const list = makeCrl(by, { revoked: [{ certificate: revoked, at, reason }] })
    await expect(signWith({ check: { trust, crls: [...lists, list] } })).rejects.toMatchObject({
      code: 'certificate_revoked',
      details: { revokedAt: at.toISOString() },
    })
  })

  test('is told as unknown where the only list has run out', async () => {
    const stale = makeCrl(middle, {
      thisUpdate: new Date('2026-03-01T00:00:00Z'),
      nextUpdate: new Date('2026-03-02T00:00:00Z'),
    })
    const signed = await signWith({ check: { trust, crls: [makeCrl(root), stale] } })
    expect(codes(signed)).toEqual(['revocation_unknown'])
  })

  test('is looked up where services are there: issuers first, then the status of each', async () => {
    const asked: string[] = []
    const services: EvidenceService = {
      issuersOf: async ({ issuer }) => {
        asked.push(`issuer ${issuer.find('CN')}`)
        return [middle.parsed]
      },
      revocationOf: async (certificate, issuer) => {
        asked.push(`status ${certificate.subject.find('CN')}`)
        const by = issuer.equals(root.parsed) ? root : middle
        return { crls: [parseCrl(makeCrl(by))], ocsps: [] }
      },
    }
    const alone = { ...middle.issue(), issuers: [] }
    const check: SignerCheck = { trust, services }
    expect((await signWith({ signer: alone, check })).warnings).toEqual([])
    const name = middle.parsed.subject.find('CN')
    expect(asked).toEqual([`issuer ${name}`, 'status Nguyễn Thị Ánh', `status ${name}`])
  })

  test('asks for issuers no more than a bound, and stops where nothing new comes', async () => {
    let asked = 0
    const services: EvidenceService = {
      issuersOf: async () => {
        asked += 1
        return [middle.issue({ commonName: `Khác ${asked}` }).parsed]
      },
      revocationOf: async () => ({ crls: [], ocsps: [] }),
    }
    const alone = { ...middle.issue(), issuers: [] }
    const refused = signWith({ signer: alone, check: { trust, services } })
    await expect(refused).rejects.toMatchObject({ code: 'certificate_path_broken' })
    expect(asked).toBe(8)
  })
})
