import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { toHex } from '../der/bytes.ts'
import { testAuthority } from '../testing/authority.ts'
import { writeP12 } from '../testing/p12.ts'
import { isSignatureRight } from '../x509/algorithm-identifier.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { openP12 } from './p12.ts'

const openssl = findJudge('openssl')
const root = testAuthority({ keyKind: 'rsa2048' })
const authority = root.intermediate()
const ec = authority.issue({ keyKind: 'p384', commonName: 'Trần Văn Đông' })
const rsa = authority.issue({ keyKind: 'rsa2048' })
const password = 'Bí mật ở Tứ Kỳ 2026'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-p12-'))
  for (const [name, identity] of Object.entries({ ec, rsa })) {
    writeFileSync(join(folder, `${name}.key`), identity.key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, `${name}.crt`), pem(identity.certificate))
  }
  writeFileSync(join(folder, 'chain.crt'), pem(root.certificate) + pem(authority.certificate))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`

function exported(name: string, password: string, options: readonly string[]): Uint8Array {
  const file = join(folder, 'made.p12')
  const from = ['-inkey', join(folder, `${name}.key`), '-in', join(folder, `${name}.crt`)]
  const what = ['-certfile', join(folder, 'chain.crt'), '-name', 'Chữ ký số', '-passout', `pass:${password}`]
  execFileSync(openssl ?? '', ['pkcs12', '-export', ...from, ...what, '-out', file, ...options], {
    stdio: 'pipe',
  })
  return readFileSync(file)
}

describe.skipIf(openssl === undefined)('files of OpenSSL', () => {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['as it writes them today', []],
    ['with -legacy: RC2 of 40 bits and Triple DES, integrity by SHA-1', ['-legacy']],
    ['with RC2 of 128 bits', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-128']],
    ['with Triple DES of two keys', ['-legacy', '-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES']],
    ['as Windows exports them', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['with AES of 128 bits', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC']],
    [
      'with AES of 192 bits, integrity by SHA-512',
      ['-certpbe', 'AES-192-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'sha512'],
    ],
    [
      'with Triple DES in PBES2, integrity by SHA-384',
      ['-certpbe', 'DES-EDE3-CBC', '-keypbe', 'DES-EDE3-CBC', '-macalg', 'sha384'],
    ],
    ['with PBMAC1', ['-pbmac1_pbkdf2']],
    ['with PBMAC1 of SHA-512', ['-pbmac1_pbkdf2', '-pbmac1_pbkdf2_md', 'sha512', '-macalg', 'sha512']],
    ['without a code of integrity', ['-nomac']],
    ['with certificates in clear', ['-certpbe', 'NONE']],
    ['with everything in clear but for the code', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
    ['with many rounds', ['-iter', '50000']],
  ]

  test.each(ways)('%s', async (_, options) => {
    const file = exported('ec', password, options)
    const signer = openP12(file, password, { friendlyName: 'Chữ ký số' })
    expect(toHex(signer.certificate)).toEqual(toHex(ec.certificate))
    expect(signer.issuers.map(toHex)).toEqual([authority.certificate, root.certificate].map(toHex))
    const { publicKey } = parseCertificate(signer.certificate)
    const value = await signer.sign(Buffer.from('abc'))
    expect(
      publicKey &&
        isSignatureRight(
          { scheme: 'ecdsa', hash: 'sha384', saltLength: null },
          publicKey,
          Buffer.from('abc'),
          value,
        ),
    ).toBe(true)
    if (!options.includes('-nomac') || !options.includes('NONE'))
      expect(() => openP12(file, 'Bi mat o Tu Ky 2026')).toThrow(
        expect.objectContaining({ code: 'key_wrong_password' }),
      )
  })

  test('of a key of RSA, with an empty password', () => {
    expect(toHex(openP12(exported('rsa', '', []), '').certificate)).toEqual(toHex(rsa.certificate))
    expect(toHex(openP12(exported('rsa', '', ['-legacy']), '').certificate)).toEqual(toHex(rsa.certificate))
  })

  test('and our own files are read by it', () => {
    const file = join(folder, 'own.p12')
    writeFileSync(file, writeP12({ entries: [{ ...rsa, friendlyName: 'con-dau-2026' }], password }))
    const told = execFileSync(
      openssl ?? '',
      ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nodes'],
      { encoding: 'utf8', stdio: 'pipe' },
    )
    expect(told).toContain('BEGIN PRIVATE KEY')
    expect(told).toContain('friendlyName: con-dau-2026')
  })
})
