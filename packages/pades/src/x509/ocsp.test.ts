import { expect, test } from 'vitest'
import { DerReader, tags } from '../der/read.ts'
import { encode, enumerated, octetString, oid, sequence, tagged } from '../der/write.ts'
import { testAuthority } from '../testing/authority.ts'
import { makeOcsp, wrapOcsp } from '../testing/revocation.ts'
import { parseOcsp } from './ocsp.ts'
import { buildOcspRequest } from './ocsp-request.ts'

const ca = testAuthority()
const certificate = ca.issue().parsed
const nonce = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')

test('a nonce that came back is known from one that did not', () => {
  const answer = (options: object) => parseOcsp(makeOcsp(ca, certificate, options)).answer
  expect(answer({ nonce })?.nonceState(nonce)).toBe('echoed')
  expect(answer({})?.nonceState(nonce)).toBe('absent')
  expect(answer({ nonce: Buffer.alloc(16) })?.nonceState(nonce)).toBe('wrong')
})

test.each([
  [1, 'malformed_request'],
  [3, 'try_later'],
  [6, 'unauthorised'],
])('status %i is %s, without an answer', (number, status) => {
  expect(parseOcsp(encode(sequence(enumerated(number))))).toEqual({ status, answer: null })
})

test.each([
  ['an unused status', encode(sequence(enumerated(4)))],
  [
    'an answer of another kind',
    encode(sequence(enumerated(0), tagged(0, sequence(oid('1.2.3'), octetString())))),
  ],
  ['an empty answer', wrapOcsp(new Uint8Array(0))],
  ['nothing', new Uint8Array(0)],
])('refuses %s', (_, der) => {
  expect(() => parseOcsp(der)).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})

test('a request names the certificate and carries the nonce', () => {
  const request = new DerReader(buildOcspRequest({ certificate, issuer: ca.parsed, nonce }))
    .sequence()
    .sequence()
  const id = request.sequence().sequence().sequence()
  id.skip()
  expect([id.octets().length, id.octets().length]).toEqual([20, 20])
  expect(id.integerBytes()).toEqual(certificate.serialBytes)
  const extension = request.enter(0xa2).sequence().sequence()
  expect(extension.oid()).toBe('1.3.6.1.5.5.7.48.1.2')
  expect(new DerReader(extension.octets(tags.octetString)).octets()).toEqual(nonce)
})
