import { execFileSync, spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { buildSignedData } from '../cms/build.ts'
import { checkSignedData } from '../cms/check.ts'
import { parseSignedData } from '../cms/signed-data.ts'
import { buildTimestampRequest, parseTimestampResponse } from '../cms/timestamp-request.ts'
import { checkTimestampToken, parseTimestampToken } from '../cms/timestamp-token.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { parseCrl } from '../x509/crl.ts'
import { parseOcsp } from '../x509/ocsp.ts'
import { buildOcspRequest } from '../x509/ocsp-request.ts'
import { type TestIdentity, testAuthority, testNow } from './authority.ts'
import { makeCrl, makeOcsp } from './revocation.ts'
import { answerRequest, issueTimestamper } from './timestamp.ts'

const folder = mkdtempSync(join(tmpdir(), 'dotpha-pades-openssl-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string): string => join(folder, name)
const write = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(path(name), bytes)
  return path(name)
}
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
/** What a command says on either stream, whether it succeeds or not. */
const said = (...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  return `${stdout}${stderr}`
}
const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`
const keyPem = (identity: { readonly key: TestIdentity['key'] }): string =>
  identity.key.export({ type: 'pkcs8', format: 'pem' }).toString()
const epoch = String(testNow.getTime() / 1000)

const root = testAuthority({ commonName: 'Gốc' })
const ca = root.intermediate({ commonName: 'Cơ quan' })
const content = Buffer.from('Nghị quyết số 01')
const digest = hash('sha256', content, 'buffer')

function authorityFiles(): void {
  write('root.pem', pem('CERTIFICATE', root.certificate))
  write('ca.pem', pem('CERTIFICATE', ca.certificate))
  write('content', content)
}

describe.skipIf(findJudge('openssl') === undefined)('OpenSSL and we agree', () => {
  authorityFiles()

  test.each(['p256', 'rsa2048'] as const)('on a path of ours with a key of %s, and its name', (keyKind) => {
    const signer = ca.issue({ keyKind, name: { O: 'Sở Y tế', L: 'Huế' } })
    write('leaf.pem', pem('CERTIFICATE', signer.certificate))
    const verified = [
      'verify',
      '-x509_strict',
      '-attime',
      epoch,
      '-CAfile',
      'root.pem',
      '-untrusted',
      'ca.pem',
      'leaf.pem',
    ]
    expect(openssl(...verified).toString()).toContain('leaf.pem: OK')
    const name = openssl(
      'x509',
      '-in',
      'leaf.pem',
      '-noout',
      '-subject',
      '-nameopt',
      'RFC2253,-esc_msb,utf8',
    ).toString()
    expect(name.trim()).toBe(`subject=${signer.parsed.subject.toString()}`)
  })

  test('on a CRL of ours', () => {
    const revoked = ca.issue().parsed
    write('list.crl', pem('X509 CRL', makeCrl(ca, { revoked: [{ certificate: revoked, reason: 1 }] })))
    expect(said('crl', '-in', 'list.crl', '-CAfile', 'ca.pem', '-noout', '-text')).toMatch(
      /Key Compromise[\s\S]*verify OK/,
    )
    write('revoked.pem', pem('CERTIFICATE', revoked.der))
    const checked = [
      'verify',
      '-attime',
      epoch,
      '-crl_check',
      '-CRLfile',
      'list.crl',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'ca.pem',
    ]
    expect(said(...checked, 'revoked.pem')).toContain('certificate revoked')
  })

  test('on a CRL of its own', () => {
    const revoked = ca.issue().parsed
    write('ca.key', keyPem({ key: ca.key.privateKey }))
    write(
      'index.txt',
      `R\t300101000000Z\t260101000000Z,keyCompromise\t${revoked.serial.padStart(4, '0').toUpperCase()}\tunknown\t/CN=x\n`,
    )
    write('ca.cnf', '[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=1\n')
    openssl('ca', '-gencrl', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-out', 'own.pem')
    const crl = parseCrl(openssl('crl', '-in', 'own.pem', '-outform', 'DER'))
    expect(crl.isSignedBy(ca.parsed)).toBe(true)
    expect(crl.find(revoked.serialBytes)).toEqual({
      revokedAt: new Date('2026-01-01T00:00:00Z'),
      reason: 'keyCompromise',
      invalidSince: null,
    })
  })

  test('on OCSP in both directions', () => {
    const { parsed } = ca.issue()
    const nonce = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
    write('request.der', buildOcspRequest({ certificate: parsed, issuer: ca.parsed, nonce }))
    expect(said('ocsp', '-reqin', 'request.der', '-req_text')).toMatch(/OCSP Nonce/)
    write('holder.pem', pem('CERTIFICATE', parsed.der))
    const now = new Date()
    write('answer.der', makeOcsp(ca, parsed, { thisUpdate: new Date(now.getTime() - 60_000), nonce }))
    const asked = [
      '-issuer',
      'ca.pem',
      '-cert',
      'holder.pem',
      '-CAfile',
      'root.pem',
      '-verify_other',
      'ca.pem',
    ]
    const answered = said('ocsp', '-no_nonce', '-respin', 'answer.der', ...asked)
    expect(answered).toMatch(/holder.pem: good[\s\S]*Response verify OK/)

    write('ca.key', keyPem({ key: ca.key.privateKey }))
    write('ocsp-index.txt', `V\t300101000000Z\t\t${parsed.serial.toUpperCase()}\tunknown\t/CN=x\n`)
    const signing = [
      '-index',
      'ocsp-index.txt',
      '-CA',
      'ca.pem',
      '-rsigner',
      'ca.pem',
      '-rkey',
      'ca.key',
      '-ndays',
      '1',
    ]
    openssl('ocsp', ...signing, '-reqin', 'request.der', '-respout', 'theirs.der')
    const { answer } = parseOcsp(readFileSync(path('theirs.der')))
    expect(answer?.find(parsed, ca.parsed)?.status).toBe('good')
    expect(answer?.isSignedBy(ca.parsed)).toBe(true)
    expect(answer?.nonceState(nonce)).toBe('echoed')
  })

  test.each([
    ['p256', undefined],
    ['p384', undefined],
    ['rsa2048', undefined],
    ['rsa2048', 'rsa-pss'],
  ] as const)('on a message of ours by %s %s', async (keyKind, signerScheme) => {
    const signer = ca.issue({ keyKind, ...(signerScheme === undefined ? {} : { signerScheme }) })
    write('ours.der', await buildSignedData(signer, digest))
    const verify = [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'ours.der',
      '-content',
      'content',
    ]
    const trusting = ['-CAfile', 'root.pem', '-attime', epoch, '-purpose', 'any', '-out', 'out']
    expect(said(...verify, ...trusting)).toMatch(/CAdES Verification successful|CMS Verification successful/i)
    write('content-2', 'Nghị quyết số 02')
    expect(said(...verify.with(-1, 'content-2'), ...trusting)).toMatch(/fail/i)
  })

  test.each([
    ['p256', []],
    ['rsa2048', []],
    ['rsa2048', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32']],
    ['p384', ['-md', 'sha384']],
    ['p256', ['-keyid']],
  ] as const)('on a message of its own by %s %o', (keyKind, options) => {
    const signer = ca.issue({ keyKind })
    write('their.pem', pem('CERTIFICATE', signer.certificate))
    write('their.key', keyPem(signer))
    const sign = [
      'cms',
      '-sign',
      '-cades',
      '-binary',
      '-in',
      'content',
      '-signer',
      'their.pem',
      '-inkey',
      'their.key',
    ]
    openssl(...sign, '-certfile', 'ca.pem', '-outform', 'DER', '-out', 'their.der', ...options)
    const data = parseSignedData(readFileSync(path('their.der')))
    const { hash: name } = data.signers[0] ?? { hash: null }
    const checked = checkSignedData(data, hash(name ?? 'sha256', content, 'buffer'))
    expect(checked.problems).toEqual([])
    expect(checked.signer?.sha256).toBe(signer.parsed.sha256)
  })

  test('on a message that lies in BER', () => {
    const signer = ca.issue({ keyKind: 'rsa2048' })
    write('their.pem', pem('CERTIFICATE', signer.certificate))
    write('their.key', keyPem(signer))
    const sign = [
      'cms',
      '-sign',
      '-cades',
      '-binary',
      '-nodetach',
      '-stream',
      '-in',
      'content',
      '-signer',
      'their.pem',
    ]
    openssl(...sign, '-inkey', 'their.key', '-outform', 'DER', '-out', 'their.der')
    const data = parseSignedData(readFileSync(path('their.der')))
    expect(data.wasDer).toBe(false)
    expect(Buffer.from(data.content as Uint8Array)).toEqual(content)
    expect(checkSignedData(data, digest).problems).toEqual(['content_present'])
  })

  test('on a time-stamp of ours', () => {
    const stamper = issueTimestamper(ca)
    const request = buildTimestampRequest({ hash: 'sha256', digest, nonce: Buffer.of(1, 2, 3) })
    write('query.tsq', request)
    write('reply.tsr', answerRequest(stamper, request))
    const verify = [
      'ts',
      '-verify',
      '-queryfile',
      'query.tsq',
      '-in',
      'reply.tsr',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'ca.pem',
      '-attime',
      epoch,
    ]
    expect(said(...verify)).toContain('Verification: OK')
    expect(said('ts', '-query', '-in', 'query.tsq', '-text')).toMatch(/Certificate required: yes/)
  })

  test.each(['sha1', 'sha256', 'sha512'])(
    'on a time-stamp of its own, its certificate named by %s',
    (essHash) => {
      const stamper = issueTimestamper(ca)
      write('tsa.pem', pem('CERTIFICATE', stamper.certificate))
      write('tsa.key', keyPem(stamper))
      write('serial', '01')
      const section =
        'serial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256'
      write(
        'tsa.cnf',
        `[tsa]\ndefault_tsa=t\n[t]\n${section}\ness_cert_id_alg=${essHash}\naccuracy=secs:1, millisecs:500\ntsa_name=yes\nclock_precision_digits=3\n`,
      )
      write('query.tsq', buildTimestampRequest({ hash: 'sha256', digest, nonce: Buffer.of(0x80, 2, 3) }))
      openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr')
      const { token } = parseTimestampResponse(readFileSync(path('reply.tsr')))
      const checked = checkTimestampToken(parseTimestampToken(token as Uint8Array), {
        digestBy: () => digest,
        nonce: Buffer.of(0x80, 2, 3),
        policy: '1.2.3.4',
      })
      expect(checked).toMatchObject({ problems: [], essHash, info: { accuracyMicroseconds: 1_500_000 } })
    },
  )

  test('on certificates of its own', () => {
    const subject = '/C=VN/O=Bộ Nội vụ/CN=Phạm Văn Đồng'
    const made = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'own.key',
      '-utf8',
      '-subj',
      subject,
      '-days',
      '9',
    ]
    openssl(
      ...made,
      '-sigopt',
      'rsa_padding_mode:pss',
      '-sigopt',
      'rsa_pss_saltlen:32',
      '-outform',
      'DER',
      '-out',
      'own.der',
    )
    const own = parseCertificate(readFileSync(path('own.der')))
    expect(own.subject.toString()).toBe('CN=Phạm Văn Đồng,O=Bộ Nội vụ,C=VN')
    expect(own.signatureAlgorithm).toMatchObject({ scheme: 'rsa-pss', hash: 'sha256', saltLength: 32 })
    expect(own.isSignedBy(own)).toBe(true)
  })
})
