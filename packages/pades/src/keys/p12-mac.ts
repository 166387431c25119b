import { createHmac, timingSafeEqual } from 'node:crypto'
import { DerReader } from '../der/read.ts'
import { readHashAlgorithm } from '../x509/algorithm-identifier.ts'
import { deriveOctets, purposes } from './p12-kdf.ts'
import { type IterationBudget, notRead } from './p12-limits.ts'
import type { PasswordForm } from './p12-password.ts'
import { readDerivation, readHmac } from './pbe.ts'

const pbmac1Oid = '1.2.840.113549.1.5.14'

/**
 * The forms of the password under which the code of integrity is right (RFC 7292, 4; PBMAC1 of RFC 9579); none with a
 * wrong password.
 *
 * @param reader stands before the MacData
 * @throws PadesError `key_malformed`, `der_malformed`
 */
export function formsByMac(
  reader: DerReader,
  content: Uint8Array,
  forms: readonly PasswordForm[],
  budget: IterationBudget,
): readonly PasswordForm[] {
  const macOf = readMac(reader.sequence(), content, budget)
  const right = forms.find(macOf)
  if (right === undefined) return []
  const others = forms.filter(({ utf8 }) => Buffer.compare(utf8, right.utf8) === 0)
  return [right, ...others.filter((form) => form !== right)]
}

type Check = (form: PasswordForm) => boolean

function readMac(mac: DerReader, content: Uint8Array, budget: IterationBudget): Check {
  const digestInfo = mac.sequence()
  const algorithm = digestInfo.raw()
  const expected = digestInfo.octets()
  digestInfo.finish()
  const salt = mac.octets()
  const iterations = mac.done ? 1 : mac.count()
  mac.finish()
  const identifier = new DerReader(algorithm).sequence()
  const oid = identifier.oid()
  if (oid === pbmac1Oid) return readPbmac1(identifier.sequence(), content, expected, budget)

  const hash = readHashAlgorithm(new DerReader(algorithm)) ?? notRead('hash', oid)
  const length = hmac(hash, Buffer.alloc(1), content).length
  return ({ bmp }) => {
    budget.spend(iterations)
    const key = deriveOctets(purposes.mac, length, { hash, password: bmp, salt, iterations })
    return same(hmac(hash, key, content), expected)
  }
}

/** PBMAC1-params (RFC 8018, A.5): the salt and count beside it mean nothing. */
function readPbmac1(
  parameters: DerReader,
  content: Uint8Array,
  expected: Uint8Array,
  budget: IterationBudget,
): Check {
  const derive = readDerivation(parameters, budget)
  const hash = readHmac(parameters)
  parameters.finish()
  return ({ utf8 }) => same(hmac(hash, derive(utf8, null), content), expected)
}

const hmac = (hash: string, key: Uint8Array, content: Uint8Array): Buffer =>
  createHmac(hash, key).update(content).digest()

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
