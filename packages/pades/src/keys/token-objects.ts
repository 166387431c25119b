import { sameBytes, toHex } from '../der/bytes.ts'
import { DerReader } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import {
  type Cryptoki,
  type CryptokiAttribute,
  type CryptokiHandle,
  type CryptokiTokenInfo,
  ck,
} from './cryptoki.ts'
import { isLost } from './token-errors.ts'

const maxObjects = 1024
const maxSlots = 256

export interface TokenChoice {
  /** The token's label. */
  readonly tokenLabel?: string | undefined
  /** The token's serial number, where several have one label. */
  readonly tokenSerial?: string | undefined
  /** The place of the token among those that the library lists, from 0. */
  readonly slot?: number | undefined
}

export interface KeyChoice {
  readonly keyLabel?: string | undefined
  /** CKA_ID, hexadecimal. */
  readonly keyId?: string | undefined
}

export interface FoundToken {
  readonly slot: CryptokiHandle
  readonly info: CryptokiTokenInfo
  readonly label: string
  readonly serial: string
}

/** @throws PadesError `token_not_found`, whose `tokens` list what is there; errors of the addon */
export function findToken(cryptoki: Cryptoki, { tokenLabel, tokenSerial, slot }: TokenChoice): FoundToken {
  const all = cryptoki
    .C_GetSlotList(true)
    .slice(0, maxSlots)
    .map((one) => readToken(cryptoki, one))
  const present = all.filter((token) => token !== null)
  const fitting = (slot === undefined ? present : [all[slot] ?? null]).filter(
    (token) =>
      token !== null &&
      (tokenLabel === undefined || token.label === tokenLabel) &&
      (tokenSerial === undefined || token.serial === tokenSerial),
  )
  const [found, another] = fitting
  if (found && !another) return found
  const tokens = present.map(({ label, serial }) => `${label} (${serial})`).join('; ')
  const problem = another ? 'several tokens are' : 'no token is'
  throw new PadesError('token_not_found', `${problem} the one that was asked for: ${tokens}`, { tokens })
}

function readToken(cryptoki: Cryptoki, slot: CryptokiHandle): FoundToken | null {
  try {
    const info = cryptoki.C_GetTokenInfo(slot)
    return { slot, info, label: trimmed(info.label), serial: trimmed(info.serialNumber) }
  } catch (error) {
    // A slot whose token was pulled between two calls.
    if (isLost(error)) return null
    throw error
  }
}

// Padded with spaces, says the standard; some pad with zeros.
const trimmed = (text: string): string => text.replaceAll('\0', ' ').trim()

export interface FoundKey {
  readonly key: CryptokiHandle
  readonly id: Buffer
  readonly modulus: Buffer | null
  readonly alwaysAuthenticate: boolean
}

/** @throws PadesError `token_key_not_found`, `key_ambiguous`, whose `choices` list the keys; errors of the addon */
export function findKey(cryptoki: Cryptoki, session: CryptokiHandle, choice: KeyChoice): FoundKey {
  const all = findObjects(cryptoki, session, [{ type: ck.class, value: ck.privateKey }]).map((key) => ({
    key,
    label: read(cryptoki, session, key, ck.label)?.toString('utf8') ?? '',
    id: read(cryptoki, session, key, ck.id) ?? Buffer.alloc(0),
  }))
  const fitting = all.filter(
    ({ label, id }) =>
      (choice.keyLabel === undefined || label === choice.keyLabel) &&
      (choice.keyId === undefined || toHex(id) === choice.keyId.toLowerCase()),
  )
  const [found, another] = fitting
  const choices = all.map(({ label, id }) => `${label} (${toHex(id)})`).join('; ')
  if (found === undefined)
    throw new PadesError(
      'token_key_not_found',
      `no key of the token is the one that was asked for: ${choices}`,
      {
        choices,
      },
    )
  if (another !== undefined)
    throw new PadesError('key_ambiguous', `several keys are on the token: ${choices}`, { choices })
  return {
    key: found.key,
    id: found.id,
    modulus: read(cryptoki, session, found.key, ck.modulus),
    alwaysAuthenticate: read(cryptoki, session, found.key, ck.alwaysAuthenticate)?.[0] === 1,
  }
}

export interface FoundCertificate {
  readonly certificate: Certificate
  /** Whether the token has it under the same identifier as the key. */
  readonly sameId: boolean
}

/** All certificates of the token that can be read. */
export function readCertificates(
  cryptoki: Cryptoki,
  session: CryptokiHandle,
  { id }: FoundKey,
): readonly FoundCertificate[] {
  return findObjects(cryptoki, session, [{ type: ck.class, value: ck.certificate }]).flatMap((object) => {
    const der = read(cryptoki, session, object, ck.value)
    const certificate = der === null ? null : parsed(der)
    if (certificate === null) return []
    return [{ certificate, sameId: sameBytes(read(cryptoki, session, object, ck.id) ?? Buffer.alloc(0), id) }]
  })
}

/** The point of the public key that goes with a private one, where the token has it. */
export function readPoint(cryptoki: Cryptoki, session: CryptokiHandle, { id }: FoundKey): Uint8Array | null {
  const template = [
    { type: ck.class, value: ck.publicKey },
    { type: ck.id, value: id },
  ]
  const [object] = findObjects(cryptoki, session, template)
  const point = object === undefined ? null : read(cryptoki, session, object, ck.ecPoint)
  if (point === null) return null
  try {
    return new DerReader(point).octets()
  } catch {
    // The point itself, without the octet string around it that the standard asks for.
    return point
  }
}

function findObjects(
  cryptoki: Cryptoki,
  session: CryptokiHandle,
  template: readonly CryptokiAttribute[],
): readonly CryptokiHandle[] {
  cryptoki.C_FindObjectsInit(session, template)
  try {
    return cryptoki.C_FindObjects(session, maxObjects)
  } finally {
    cryptoki.C_FindObjectsFinal(session)
  }
}

function read(
  cryptoki: Cryptoki,
  session: CryptokiHandle,
  object: CryptokiHandle,
  type: number,
): Buffer | null {
  try {
    const value = cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value
    return value === undefined || value.length === 0 ? null : value
  } catch (error) {
    // What an object does not have, and what it does not give out, are answered in several ways.
    if (isLost(error)) throw error
    return null
  }
}

function parsed(der: Buffer): Certificate | null {
  try {
    return parseCertificate(der)
  } catch {
    return null
  }
}
