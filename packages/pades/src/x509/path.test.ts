import { expect, test } from 'vitest'
import { bmp, nothing, oid, tagged, utf8 } from '../der/write.ts'
import { type TestAuthority, testAuthority, testNow } from '../testing/authority.ts'
import {
  alternativeNames,
  extension,
  inhibitAnyPolicy,
  nameConstraints,
  policies,
  policyConstraints,
  policyMappings,
  type TestExtension,
} from '../testing/extensions.ts'
import { writeName } from '../testing/names.ts'
import { unknownCritical } from '../testing/revocation.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { keyUsages } from './extensions.ts'
import { findPath, type TrustStore } from './path.ts'

const storeOf = (...anchors: readonly Certificate[]): TrustStore => ({ name: 'thử', kind: 'test', anchors })

/** The path from `certificate`, its authority's chain at hand, to its root. */
function pathOf(certificate: Certificate, authority: TestAuthority, at = testNow) {
  const candidates = authority.chain.map((der) => parseCertificate(der))
  return findPath({ certificate, candidates, stores: [storeOf(authority.root.parsed)], at })
}

test('a certificate leads over its authority to the anchor', () => {
  const ca = testAuthority().intermediate()
  const { parsed } = ca.issue()
  const path = pathOf(parsed, ca)
  expect(path.kind === 'path' && path.certificates.map((one) => one.subject.display)).toEqual([
    'Nguyễn Thị Ánh',
    ca.parsed.subject.display,
    ca.root.parsed.subject.display,
  ])
  expect(path.kind === 'path' && path.store.name).toBe('thử')
  expect(path.kind === 'path' && path.outOfTime).toEqual([])
})

test('an anchor is a path of one', () => {
  const { parsed } = testAuthority().issue()
  const path = findPath({ certificate: parsed, candidates: [], stores: [storeOf(parsed)], at: testNow })
  expect(path).toMatchObject({ kind: 'path', certificates: [parsed] })
})

test('without its authority there is no path', () => {
  const ca = testAuthority().intermediate()
  const certificate = ca.issue().parsed
  const found = findPath({ certificate, candidates: [], stores: [storeOf(ca.root.parsed)], at: testNow })
  expect(found).toEqual({ kind: 'no_path', reason: 'issuer_not_found', at: certificate })
})

test('a root that is in no store is told', () => {
  const ca = testAuthority().intermediate()
  const candidates = [ca.parsed, ca.root.parsed]
  const found = findPath({ certificate: ca.issue().parsed, candidates, stores: [], at: testNow })
  expect(found).toMatchObject({ kind: 'no_path', reason: 'untrusted_root', at: ca.root.parsed })
  const alone = findPath({ certificate: ca.root.parsed, candidates: [], stores: [], at: testNow })
  expect(alone).toMatchObject({ kind: 'no_path', reason: 'untrusted_root' })
})

test('an authority of the same name with another key does not count', () => {
  const name = { CN: 'Cùng tên' }
  const [right, wrong] = [testAuthority({ name }), testAuthority({ name })]
  const certificate = right.issue().parsed
  const found = findPath({ certificate, candidates: [], stores: [storeOf(wrong.parsed)], at: testNow })
  expect(found).toMatchObject({ kind: 'no_path', reason: 'signature_wrong' })
  const both = [storeOf(wrong.parsed), { ...storeOf(right.parsed), name: 'đúng' }]
  expect(findPath({ certificate, candidates: [], stores: both, at: testNow })).toMatchObject({
    store: { name: 'đúng' },
  })
})

const { keyCertSign, cRLSign, digitalSignature } = keyUsages

test.each([
  ['not_an_authority', { ca: false, usage: keyCertSign }],
  ['not_an_authority', { without: ['2.5.29.19'] }],
  ['not_an_authority', { version: 1 }],
  ['key_usage', { usage: cRLSign | digitalSignature }],
  ['unknown_critical_extension', { extensions: [unknownCritical] }],
  ['weak_algorithm', { hash: 'sha1' }],
  ['weak_algorithm', { keyKind: 'rsa1024' }],
  ['weak_algorithm', { keyKind: 'secp256k1' }],
] as const)('refuses as %s an authority with %o', (reason, options) => {
  const ca = testAuthority().intermediate(options)
  expect(pathOf(ca.issue().parsed, ca)).toMatchObject({ kind: 'no_path', reason })
})

test.each([
  ['unknown_critical_extension', { extensions: [unknownCritical] }],
  ['weak_algorithm', { hash: 'sha1' }],
] as const)('refuses as %s a certificate with %o', (reason, options) => {
  const ca = testAuthority({ keyKind: 'rsa2048' })
  expect(pathOf(ca.issue(options).parsed, ca)).toMatchObject({ kind: 'no_path', reason })
})

test('an unknown extension that is not critical does no harm', () => {
  const ca = testAuthority()
  const { parsed } = ca.issue({ extensions: [extension('1.3.6.1.4.1.55555.9', nothing)] })
  expect(pathOf(parsed, ca).kind).toBe('path')
})

test('the length that an authority allows is kept, self-issued certificates aside', () => {
  const root = testAuthority({ pathLength: 0 })
  const ca = root.intermediate()
  expect(pathOf(ca.issue().parsed, ca)).toMatchObject({ reason: 'path_too_long' })
  expect(pathOf(root.issue().parsed, root).kind).toBe('path')
  const rolled = root.intermediate({ subject: root.parsed.subject.raw, keyKind: 'p384' })
  expect(pathOf(rolled.issue().parsed, rolled).kind).toBe('path')
})

test('a time outside of validity is told for each certificate, and does not break the path', () => {
  const root = testAuthority({ notAfter: new Date('2024-01-01T00:00:00Z') })
  const ca = root.intermediate({ notBefore: new Date('2027-01-01T00:00:00Z') })
  const path = pathOf(ca.issue().parsed, ca)
  expect(path.kind === 'path' && path.outOfTime).toEqual([
    { certificate: expect.objectContaining({ sha256: ca.parsed.sha256 }), state: 'not_yet' },
    { certificate: root.parsed, state: 'expired' },
  ])
})

test('of two paths the one that is valid then is taken', () => {
  const root = testAuthority()
  const old = root.intermediate({ commonName: 'CA', notAfter: new Date('2025-01-01T00:00:00Z') })
  const renewed = root.intermediate({ commonName: 'CA', key: old.key })
  const certificate = old.issue().parsed
  const stores = [storeOf(root.parsed)]
  for (const candidates of [
    [old.parsed, renewed.parsed],
    [renewed.parsed, old.parsed],
  ]) {
    const path = findPath({ certificate, candidates, stores, at: testNow })
    expect(path).toMatchObject({ certificates: [certificate, renewed.parsed, root.parsed], outOfTime: [] })
  }
  expect(findPath({ certificate, candidates: [old.parsed], stores, at: testNow })).toMatchObject({
    outOfTime: [{ state: 'expired' }],
  })
})

test('certificates that issue each other end in an answer', () => {
  const [a, b] = [testAuthority({ name: { CN: 'A' } }), testAuthority({ name: { CN: 'B' } })]
  const crossed = [a.intermediate({ name: { CN: 'B' }, subject: b.parsed.subject.raw, key: b.key }).parsed]
  crossed.push(b.intermediate({ name: { CN: 'A' }, subject: a.parsed.subject.raw, key: a.key }).parsed)
  const certificate = a.issue().parsed
  expect(findPath({ certificate, candidates: crossed, stores: [], at: testNow }).kind).toBe('no_path')
  expect(findPath({ certificate, candidates: crossed, stores: [storeOf(b.parsed)], at: testNow }).kind).toBe(
    'path',
  )
})

test('a mesh of authorities is given up within a bound', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  const nodes = names.map((CN) => testAuthority({ name: { CN } }))
  const candidates = nodes.flatMap((from) =>
    nodes
      .filter((to) => to !== from)
      .map((to) => from.intermediate({ subject: to.parsed.subject.raw, key: to.key }).parsed),
  )
  const certificate = nodes[0]?.issue().parsed as Certificate
  const found = findPath({ certificate, candidates, stores: [], at: testNow })
  expect(found).toMatchObject({ kind: 'no_path', reason: 'search_limit' })
})

const province = { directory: writeName({ C: 'VN', O: 'Tỉnh A' }) }
const inProvince = { C: 'VN', O: 'TỈNH  A', CN: 'Lê Văn B' }

test.each<[string, boolean, readonly TestExtension[], object]>([
  ['a name within', true, [nameConstraints([province])], { name: inProvince }],
  ['a name outside', false, [nameConstraints([province])], { name: { O: 'Tỉnh B' } }],
  ['an excluded name', false, [nameConstraints([], [province])], { name: inProvince }],
  ['a name beside an excluded one', true, [nameConstraints([], [province])], { name: { O: 'Tỉnh B' } }],
  [
    'a host within',
    true,
    [nameConstraints([{ dns: 'gov.vn' }])],
    { extensions: [alternativeNames([{ dns: 'a.GOV.vn' }])] },
  ],
  [
    'a host that only ends alike',
    false,
    [nameConstraints([{ dns: 'gov.vn' }])],
    { extensions: [alternativeNames([{ dns: 'notgov.vn' }])] },
  ],
  [
    'a mailbox within',
    true,
    [nameConstraints([{ email: '.gov.vn' }])],
    { extensions: [alternativeNames([{ email: 'x@tinh.gov.vn' }])] },
  ],
  [
    'a mailbox at the host itself where those below are meant',
    false,
    [nameConstraints([{ email: '.gov.vn' }])],
    { extensions: [alternativeNames([{ email: 'x@gov.vn' }])] },
  ],
  [
    'a mailbox in the subject',
    false,
    [nameConstraints([{ email: 'gov.vn' }])],
    { name: { emailAddress: 'x@example.com' } },
  ],
  [
    'an address of a site within',
    true,
    [nameConstraints([{ uri: '.gov.vn' }])],
    { extensions: [alternativeNames([{ uri: 'https://a.gov.vn/x' }])] },
  ],
  [
    'an address without a host',
    false,
    [nameConstraints([], [{ uri: '.gov.vn' }])],
    { extensions: [alternativeNames([{ uri: 'urn:x' }])] },
  ],
  [
    'an IP address within',
    true,
    [nameConstraints([{ ip: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }])],
    { extensions: [alternativeNames([{ ip: Uint8Array.of(10, 1, 2, 3) }])] },
  ],
  [
    'an IP address outside',
    false,
    [nameConstraints([{ ip: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }])],
    { extensions: [alternativeNames([{ ip: Uint8Array.of(11, 1, 2, 3) }])] },
  ],
  [
    'a form that cannot be compared',
    false,
    [nameConstraints([{ other: tagged(0, oid('1.2.3'), tagged(0, utf8('x'))) }])],
    { extensions: [alternativeNames([{ other: tagged(0, oid('1.2.3'), tagged(0, utf8('x'))) }])] },
  ],
  [
    'a form that is not constrained',
    true,
    [nameConstraints([{ dns: 'gov.vn' }])],
    { extensions: [alternativeNames([{ other: tagged(0, oid('1.2.3'), tagged(0, bmp('x'))) }])] },
  ],
])('names under constraints: %s → %s', (_, allowed, extensions, options) => {
  const ca = testAuthority().intermediate({ extensions })
  const found = pathOf(ca.issue(options).parsed, ca)
  expect(found).toMatchObject(allowed ? { kind: 'path' } : { kind: 'no_path', reason: 'name_constraints' })
})

const [p1, p2, any] = ['1.2.3.1', '1.2.3.2', '2.5.29.32.0']

test.each<[string, boolean, readonly TestExtension[], readonly TestExtension[]]>([
  ['no policy where none is required', true, [], []],
  ['different policies where none is required', true, [policies([p1])], [policies([p2])]],
  ['the same policy where one is required', true, [policies([p1]), policyConstraints(0)], [policies([p1])]],
  ['another policy where one is required', false, [policies([p1]), policyConstraints(0)], [policies([p2])]],
  ['no policy where one is required', false, [policies([p1]), policyConstraints(0)], []],
  ['one required only further below', true, [policies([p1]), policyConstraints(5)], [policies([p2])]],
  ['any policy above', true, [policies([any]), policyConstraints(0)], [policies([p2])]],
  ['any policy below', true, [policies([p1]), policyConstraints(0)], [policies([any])]],
  [
    'any policy that is inhibited',
    false,
    [policies([p1]), policyConstraints(0), inhibitAnyPolicy(0)],
    [policies([any])],
  ],
  [
    'a mapped policy',
    true,
    [policies([p1]), policyMappings([[p1, p2]]), policyConstraints(0)],
    [policies([p2])],
  ],
  [
    'a policy that was mapped away',
    false,
    [policies([p1]), policyMappings([[p1, p2]]), policyConstraints(0)],
    [policies([p1])],
  ],
  ['a mapping of any policy', false, [policies([any]), policyMappings([[any, p2]])], [policies([p2])]],
])('policies: %s → %s', (_, allowed, above, below) => {
  const ca = testAuthority().intermediate({ extensions: above })
  const found = pathOf(ca.issue({ extensions: below }).parsed, ca)
  expect(found).toMatchObject(allowed ? { kind: 'path' } : { kind: 'no_path', reason: 'policy' })
})

test('a mapping counts only where it is not inhibited', () => {
  const root = testAuthority().intermediate({ extensions: [policies([any]), policyConstraints(0, 0)] })
  const ca = root.intermediate({ extensions: [policies([p1]), policyMappings([[p1, p2]])] })
  expect(pathOf(ca.issue({ extensions: [policies([p2])] }).parsed, ca)).toMatchObject({ reason: 'policy' })
})
