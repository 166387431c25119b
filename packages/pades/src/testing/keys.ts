import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** Kinds of keys that tests ask for; the weak ones are for what must be refused. */
export type TestKeyKind =
  | 'p256'
  | 'p384'
  | 'p521'
  | 'brainpool256'
  | 'secp256k1'
  | 'rsa1024'
  | 'rsa2048'
  | 'rsa3072'
  | 'rsa4096'
  | 'ed25519'

export interface TestKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const curves = {
  p256: 'P-256',
  p384: 'P-384',
  p521: 'P-521',
  brainpool256: 'brainpoolP256r1',
  secp256k1: 'secp256k1',
} as const

const made = new Map<string, TestKey>()
const rsaSlots = 2
let asked = 0

/**
 * A key: a new one, or for RSA, which costs tenths of a second, one of a few that are made once in a process and go
 * round among those of the same role.
 */
export function testKey(kind: TestKeyKind, role: string): TestKey {
  if (!kind.startsWith('rsa')) return generate(kind)
  asked += 1
  const name = `${kind}:${role}:${asked % rsaSlots}`
  const known = made.get(name)
  if (known !== undefined) return known
  const key = generate(kind)
  made.set(name, key)
  return key
}

function generate(kind: TestKeyKind): TestKey {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if (kind in curves) return generateKeyPairSync('ec', { namedCurve: curves[kind as keyof typeof curves] })
  return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(3)) })
}
