import type { HashName } from '../algorithms.ts'
import { asBuffer, sameBytes } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { type AlgorithmChoice, chooseAlgorithm } from './algorithm.ts'
import { chainOf } from './chain.ts'
import { type Cryptoki, type CryptokiHandle, ck } from './cryptoki.ts'
import { rightValue } from './right-value.ts'
import type { SignatureScheme } from './signer.ts'
import type { TokenLibrary } from './token-library.ts'
import { chooseMechanism, type TokenMechanism } from './token-mechanism.ts'
import {
  type FoundCertificate,
  type FoundKey,
  type FoundToken,
  findKey,
  findToken,
  type KeyChoice,
  readCertificates,
  readPoint,
  type TokenChoice,
} from './token-objects.ts'
import type { PinAsker } from './token-pin.ts'
import { TokenSessions } from './token-sessions.ts'

const usualSessions = 4
const valueRoomBytes = 2048

export interface ConnectionChoice extends AlgorithmChoice, TokenChoice, KeyChoice {
  /** DER; where the token does not hold it. */
  readonly certificate?: Uint8Array | undefined
  /** DER, besides those on the token. */
  readonly issuers?: readonly Uint8Array[] | undefined
  /** How many signatures may be made at once; 4, which is as many as Node's threads do, where nothing is said. */
  readonly sessions?: number | undefined
}

/** A token that was found, with a login, and the key on it. */
export interface Connection {
  /** Of the library when this was opened. */
  readonly generation: number
  readonly token: FoundToken
  readonly key: FoundKey
  readonly certificate: Certificate
  /** DER. */
  readonly issuers: readonly Uint8Array[]
  readonly scheme: SignatureScheme
  readonly hash: HashName
  readonly mechanism: TokenMechanism
  readonly sessions: TokenSessions
}

/** @throws PadesError of what is not found or refused; errors of the addon */
export async function connect(
  library: TokenLibrary,
  choice: ConnectionChoice,
  pins: PinAsker,
): Promise<Connection> {
  const { cryptoki } = library
  library.begin()
  const { generation } = library
  const token = findToken(cryptoki, choice)
  const sessions = new TokenSessions(cryptoki, token.slot, sessionsFor(token, choice.sessions))
  const session = await sessions.take()
  try {
    if (!ck.userFunctions.includes(cryptoki.C_GetSessionInfo(session).state))
      await pins.login(cryptoki, session, asking(cryptoki, token), 'open')
    const key = findKey(cryptoki, session, choice)
    const { certificate, issuers } = findCertificates(cryptoki, session, key, choice)
    const algorithm = chooseAlgorithm(certificate.key, choice)
    const mechanism = chooseMechanism(algorithm, cryptoki.C_GetMechanismList(token.slot), certificate)
    sessions.giveBack(session)
    return { generation, token, key, certificate, issuers, ...algorithm, mechanism, sessions }
  } catch (error) {
    sessions.discard(session)
    throw error
  }
}

const asking = (cryptoki: Cryptoki, { label, slot }: FoundToken) => ({
  label,
  info: () => cryptoki.C_GetTokenInfo(slot),
})

// 0 is without a bound, and the largest number means that the token does not say (PKCS #11, 3.4).
function sessionsFor({ info }: FoundToken, asked = usualSessions): number {
  const { maxSessionCount: most } = info
  return most > 0 && most < 0xffffffff ? Math.min(most, asked) : asked
}

function findCertificates(
  cryptoki: Cryptoki,
  session: CryptokiHandle,
  key: FoundKey,
  { certificate, issuers = [] }: ConnectionChoice,
): { readonly certificate: Certificate; readonly issuers: readonly Uint8Array[] } {
  const onToken = readCertificates(cryptoki, session, key)
  const point = readPoint(cryptoki, session, key)
  const given = certificate === undefined ? null : parseCertificate(certificate)
  const candidates = given === null ? onToken : [{ certificate: given, sameId: true }]
  const [own] = candidates
    .filter((one) => belongs(one, key.modulus, point))
    .map((one) => one.certificate)
    .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime())
  if (own === undefined) {
    const code = given === null ? 'token_key_not_found' : 'key_mismatch'
    throw new PadesError(code, 'no certificate belongs to the key of the token')
  }
  const pool = [...onToken.map((one) => one.certificate), ...issuers.map(parseCertificate)]
  return { certificate: own, issuers: chainOf(own, pool).map(({ der }) => der) }
}

/** By the public key as far as the token shows it, else by what the token says; the first signature shows the rest. */
function belongs(
  { certificate, sameId }: FoundCertificate,
  modulus: Uint8Array | null,
  point: Uint8Array | null,
): boolean {
  const { publicKey, publicKeyInfo, key } = certificate
  if (modulus !== null) {
    const own = key.kind === 'rsa' ? publicKey?.export({ format: 'jwk' }).n : undefined
    return own === withoutZeros(modulus).toString('base64url')
  }
  return point === null ? sameId : sameBytes(publicKeyInfo.bits, point)
}

function withoutZeros(magnitude: Uint8Array): Buffer {
  const first = magnitude.findIndex((octet) => octet !== 0)
  return asBuffer(magnitude.subarray(Math.max(first, 0)))
}

/**
 * One signature in one session.
 *
 * @throws PadesError `key_mismatch` where the value is not right by the certificate's key; `token_pin_wrong` and others of
 *   the PIN where the key wants it each time; errors of the addon
 */
export async function signWith(
  connection: Connection,
  library: TokenLibrary,
  pins: PinAsker,
  data: Uint8Array,
): Promise<Uint8Array> {
  const { sessions, mechanism, key, certificate, token } = connection
  const { cryptoki } = library
  const session = await sessions.take()
  let value: Uint8Array
  try {
    cryptoki.C_SignInit(session, mechanism.mechanism, key.key)
    if (key.alwaysAuthenticate) await pins.login(cryptoki, session, asking(cryptoki, token), 'sign')
    const input = mechanism.input(data)
    value = await library.run(() => cryptoki.C_SignAsync(session, input, Buffer.alloc(valueRoomBytes)))
  } catch (error) {
    sessions.discard(session)
    throw error
  }
  sessions.giveBack(session)
  const right = rightValue(certificate, connection, data, value)
  if (right === null)
    throw new PadesError('key_mismatch', 'what the token signs is not right by the certificate')
  return right
}
