import { expect, test } from 'vitest'
import { type IssueOptions, testAuthority } from '../testing/authority.ts'
import { keyUsages } from './extensions.ts'
import { judgeDocumentPurpose, judgeTimestampPurpose, type PurposeVerdict, purposeOids } from './purpose.ts'

const ca = testAuthority()
const ok: PurposeVerdict = { ok: true }
const wrong = (reason: 'is_authority' | 'key_usage' | 'extended_key_usage'): PurposeVerdict => ({
  ok: false,
  reason,
})
const p = purposeOids

test.each<[PurposeVerdict, IssueOptions]>([
  [ok, {}],
  [ok, { usage: null }],
  [ok, { usage: keyUsages.nonRepudiation }],
  [ok, { usage: keyUsages.digitalSignature }],
  [ok, { purposes: [p.documentSigning] }],
  [ok, { purposes: [p.emailProtection] }],
  [ok, { purposes: [p.clientAuth] }],
  [ok, { purposes: [p.any] }],
  [ok, { purposes: [p.adobeDocuments], purposesCritical: true }],
  [ok, { purposes: [p.codeSigning, p.microsoftDocuments] }],
  [wrong('key_usage'), { usage: keyUsages.keyEncipherment | keyUsages.dataEncipherment }],
  [wrong('extended_key_usage'), { purposes: [p.codeSigning] }],
  [wrong('extended_key_usage'), { purposes: [p.serverAuth] }],
  [wrong('extended_key_usage'), { purposes: [p.timeStamping] }],
  [wrong('extended_key_usage'), { purposes: [p.ocspSigning, p.serverAuth] }],
  [wrong('is_authority'), { ca: true, usage: keyUsages.digitalSignature | keyUsages.keyCertSign }],
])('signing documents: %o by %o', (verdict, options) => {
  expect(judgeDocumentPurpose(ca.issue(options).parsed)).toEqual(verdict)
})

test.each<[PurposeVerdict, IssueOptions]>([
  [ok, { purposes: [p.timeStamping], purposesCritical: true }],
  [wrong('extended_key_usage'), { purposes: [p.timeStamping] }],
  [wrong('extended_key_usage'), { purposes: [p.timeStamping, p.emailProtection], purposesCritical: true }],
  [wrong('extended_key_usage'), { purposes: [p.any], purposesCritical: true }],
  [wrong('extended_key_usage'), {}],
  [wrong('key_usage'), { purposes: [p.timeStamping], purposesCritical: true, usage: keyUsages.cRLSign }],
  [wrong('is_authority'), { purposes: [p.timeStamping], purposesCritical: true, ca: true, usage: 3 }],
])('stamping time: %o by %o', (verdict, options) => {
  expect(judgeTimestampPurpose(ca.issue(options).parsed)).toEqual(verdict)
})
