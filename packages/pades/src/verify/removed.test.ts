import { describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const signer = authority.issue()
const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
const given = { crls: [makeCrl(authority)] }
const pdf = buildPdf(pagesOf(1))
const catalog = '<</Type/Catalog/Pages 2 0 R>>'

const judge = async (bytes: Uint8Array) => {
  const { verdict, signatures } = await verify(bytes, { trust, at: testNow, given })
  const codes = signatures.map(({ findings }) =>
    findings.flatMap(({ code, weight }) => (weight === 'note' ? [] : [code])),
  )
  return { verdict, codes }
}
async function signedTimes(times: number, from: Uint8Array = pdf): Promise<Uint8Array> {
  let bytes = from
  for (let round = 0; round < times; round++) bytes = (await sign(bytes, { signer, at: testNow })).bytes()
  return bytes
}

describe('a signature that a later revision takes away', () => {
  test('is told where it was the only one', async () => {
    const taken = appendRevision(await signedTimes(1), { 1: catalog })
    expect(await judge(taken)).toMatchObject({
      verdict: 'modified_after',
      codes: [['signature_removed', 'changed']],
    })
  })

  test('is told beside one that was made after that', async () => {
    const taken = appendRevision(await signedTimes(1), { 1: catalog })
    expect(await judge(await signedTimes(1, taken))).toMatchObject({
      verdict: 'modified_after',
      codes: [['signature_removed', 'changed'], []],
    })
  })

  test('is told of each of several', async () => {
    const taken = appendRevision(await signedTimes(3), { 1: catalog })
    const { verdict, codes } = await judge(taken)
    expect(verdict).toBe('modified_after')
    expect(codes.filter((one) => one.includes('signature_removed'))).toHaveLength(3)
  })
})

test('no signature was taken away where all are there, or none ever was', async () => {
  expect(await judge(await signedTimes(3))).toEqual({ verdict: 'valid_no_tsa', codes: [[], [], []] })
  const unsigned = appendRevision(appendRevision(pdf, { 1: catalog }), { 1: catalog })
  expect(await judge(unsigned)).toEqual({ verdict: 'not_signed', codes: [] })
})
