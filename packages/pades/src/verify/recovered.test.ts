import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, bytesOf, latin1, pagesOf } from '../testing/build-pdf.ts'
import { pdfsigCount } from '../testing/pdf-judges.ts'
import { schemaFaults } from '../testing/report-schema.ts'
import { makeCrl } from '../testing/revocation.ts'
import { makeSignedData } from '../testing/signed-data.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const signer = authority.issue({ commonName: 'Nguyễn Thị Ánh' })
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const
const signed = (await sign(buildPdf(pagesOf(1)), { signer, at: testNow })).bytes()
const updated = latin1(appendRevision(signed, { 90: '(x)' }))
const update = updated.slice(signed.length)

async function judge(pdf: Uint8Array, given: Partial<Parameters<typeof verify>[1]> = {}) {
  const report = await verify(pdf, { ...options, ...given })
  expect(schemaFaults(report)).toEqual([])
  return report
}

/** The same file with its last revision written otherwise: what was signed stays. */
const withUpdate = (change: (text: string) => string) =>
  bytesOf(updated.slice(0, signed.length) + change(update))

const damages: readonly (readonly [string, (text: string) => string])[] = [
  ['no trailer', (text) => text.replace('trailer', 'trailxx')],
  ['a trailer without its catalogue', (text) => text.replace('/Root', '/Toor')],
  ['a previous section that is none', (text) => text.replace(/\/Prev \d+/u, '/Prev 3')],
  ['a start of the section that is none', (text) => text.replace(/startxref\s+\d+/u, 'startxref\n7')],
  ['a section that is none', (text) => text.replace('xref\n', 'xrxf\n')],
]

describe('a signed file whose last revision has', () => {
  test.each(damages)('%s is changed after it was signed, and what was signed is said', async (_, change) => {
    const pdf = withUpdate(change)
    const report = await judge(pdf)
    expect(report).toMatchObject({
      verdict: 'modified_after',
      file: { revisions: 2 },
      signatures: [
        {
          verdict: 'modified_after',
          indication: 'VALID',
          intact: true,
          coversWholeFile: false,
          signer: { commonName: 'Nguyễn Thị Ánh' },
          changesAfter: [{ kind: 'structure', allowed: false }],
        },
      ],
      error: null,
    })
    const codes = report.signatures[0]?.findings.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['recovered', 'structure_broken']))
    expect(report.signatures[0]?.reason.vi).toContain(
      `Chỉ khôi phục được tệp như khi ký (đến byte ${signed.length})`,
    )
  })

  test.each(damages)('%s: another reader finds the same signature right', (_, change) => {
    const count = pdfsigCount(withUpdate(change))
    if (count !== null) expect(count).toBe(1)
  })

  test('no trailer keeps what is worse or unknown of its signature', async () => {
    const [, change = (text: string) => text] = damages[0] ?? []
    const untrusted = await judge(withUpdate(change), { trust: [] })
    expect(untrusted).toMatchObject({
      verdict: 'modified_after',
      signatures: [{ indication: 'INDETERMINATE' }],
    })
    const broken = bytesOf(latin1(withUpdate(change)).replace('595', '596'))
    expect(await judge(broken)).toMatchObject({ verdict: 'invalid', signatures: [{ intact: false }] })
  })
})

test('of two signatures before the damage both are told', async () => {
  const twice = (await sign(signed, { signer, at: testNow })).bytes()
  const { length } = twice
  const damaged = bytesOf(
    latin1(appendRevision(twice, { 90: '(x)' })).replace(/trailer(?![\s\S]*trailer)/u, 'trailxx'),
  )
  expect(damaged.length).toBeGreaterThan(length)
  const { signatures } = await judge(damaged)
  expect(signatures.map(({ verdict, intact }) => ({ verdict, intact }))).toEqual([
    { verdict: 'modified_after', intact: true },
    { verdict: 'modified_after', intact: true },
  ])
})

/** The file with a message in place of the one in it, over its bytes as they are now. */
function signedAsItIs(text: string): Uint8Array {
  const [, numbers = ''] = /\/ByteRange ?\[([\d ]+)\]/u.exec(text) ?? []
  const [, from = 0, to = 0] = numbers.trim().split(' ').map(Number)
  const digest = createHash('sha256')
    .update(bytesOf(text.slice(0, from)))
    .update(bytesOf(text.slice(to)))
    .digest()
  const hex = Buffer.from(makeSignedData(signer, { digest })).toString('hex')
  return bytesOf(`${text.slice(0, from)}<${hex.padEnd(to - from - 2, '0')}>${text.slice(to)}`)
}

test('a trailer that was damaged when it was signed leaves nothing determined', async () => {
  const report = await judge(signedAsItIs(latin1(signed).replace(/trailer(?![\s\S]*trailer)/u, 'trailxx')))
  expect(report).toMatchObject({
    verdict: 'indeterminate',
    signatures: [{ verdict: 'indeterminate', intact: true, signer: { commonName: 'Nguyễn Thị Ánh' } }],
  })
  expect(report.reason.vi).toContain('chỉ phần mềm tự sửa tệp mới hiển thị được')
})

test('a file with a damaged trailer and no signature cannot be read', async () => {
  const plain = bytesOf(latin1(buildPdf(pagesOf(1))).replace('trailer', 'trailxx'))
  expect(await judge(plain)).toMatchObject({ verdict: 'error', signatures: [] })
})
