import { expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { schemaFaults } from '../testing/report-schema.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from './verify.ts'

// Five hundred take some seconds of signing, and were tried by hand: 1.5 s to judge them on a busy machine.
const count = 150

test('many signatures in one file are judged one by one, and each still tells of what is wrong', async () => {
  const authority = testAuthority()
  const signer = authority.issue()
  const options = {
    trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const,
    at: testNow,
    given: { crls: [makeCrl(authority)] },
  }
  let file: Uint8Array = buildPdf(pagesOf(1))
  for (let i = 0; i < count; i++) file = (await sign(file, { signer, at: testNow })).bytes()
  const report = await verify(file, options)
  expect(schemaFaults(report)).toEqual([])
  expect(report).toMatchObject({ verdict: 'valid_no_tsa', signatures: { length: count } })
  expect(report.signatures[0]).toMatchObject({ changesAfter: { length: 100 }, changesLeftOut: count - 101 })

  const turned = await verify(
    appendRevision(file, { 2: '<</Type/Pages/Count 1/Kids[3 0 R]/Rotate 90>>' }),
    options,
  )
  expect(turned.signatures.map(({ verdict }) => verdict)).toEqual(Array(count).fill('modified_after'))
  expect(turned.signatures[0]?.changesAfter[0]).toMatchObject({ allowed: false, revision: count + 2 })
})
