import { execFileSync } from 'node:child_process'
import { constants, type KeyObject, privateEncrypt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../../../scripts/judges.mjs'
import type { HashName } from '../algorithms.ts'
import { asBuffer } from '../der/bytes.ts'
import { DerReader } from '../der/read.ts'
import { encode, nothing, octetString, oid, sequence } from '../der/write.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'

/**
 * Signs a hash that somebody else made. Node signs only what it hashes itself, so that RSASSA-PSS and ECDSA are left to
 * the program `openssl`.
 *
 * @param raw gives ECDSA as r‖s
 */
export function signHashed(
  key: KeyObject,
  hash: HashName,
  value: Buffer,
  { pss = false, raw = false } = {},
): Buffer {
  if (key.asymmetricKeyType === 'rsa' && !pss) {
    const info = encode(sequence(sequence(oid(hashOids[hash]), nothing), octetString(value)))
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, asBuffer(info))
  }
  const padding = pss ? ['rsa_padding_mode:pss', 'rsa_pss_saltlen:digest', `digest:${hash}`] : []
  const der = byOpenssl(key, value, padding)
  return raw ? rawOf(der, key) : der
}

function byOpenssl(key: KeyObject, value: Buffer, options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pades-sign-'))
  try {
    const file = join(folder, 'key.pem')
    writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }))
    const pairs = options.flatMap((option) => ['-pkeyopt', option])
    return execFileSync(findJudge('openssl') ?? 'openssl', ['pkeyutl', '-sign', '-inkey', file, ...pairs], {
      input: value,
      stdio: 'pipe',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rawOf(der: Buffer, key: KeyObject): Buffer {
  const octets =
    { prime256v1: 32, secp384r1: 48, secp521r1: 66 }[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 0
  const pair = new DerReader(der).sequence()
  const padded = (): string =>
    pair
      .integer()
      .toString(16)
      .padStart(octets * 2, '0')
  return Buffer.from(padded() + padded(), 'hex')
}
