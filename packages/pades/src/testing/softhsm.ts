import { execFileSync } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../../../scripts/judges.mjs'
import type { Cryptoki, CryptokiHandle } from '../keys/cryptoki.ts'
import { ck } from '../keys/cryptoki.ts'
import { parseCertificate } from '../x509/certificate.ts'

export const softHsmLibrary = '/usr/lib/softhsm/libsofthsm2.so'

type Attribute = { readonly type: number; readonly value: number | boolean | string | Buffer }

interface Writing extends Cryptoki {
  C_CreateObject(session: CryptokiHandle, template: readonly Attribute[]): CryptokiHandle
}

export interface TokenObject {
  readonly label: string
  readonly id: string
  readonly key?: KeyObject
  readonly alwaysAuthenticate?: boolean
  /** DER. */
  readonly certificates?: readonly Uint8Array[]
}

const pinOfOfficer = '87654321'

/**
 * A token made of software, in a folder of its own, by SoftHSM. One at a time: the library finds its folder by a
 * variable of the environment.
 */
export class SoftHsm {
  readonly folder = mkdtempSync(join(tmpdir(), 'pades-token-'))
  readonly pin: string
  readonly label: string

  constructor(label: string, pin: string) {
    this.label = label
    this.pin = pin
    mkdirSync(this.#tokens)
    mkdirSync(this.#pulled)
    const settings = join(this.folder, 'softhsm2.conf')
    writeFileSync(
      settings,
      `directories.tokendir = ${this.#tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
    )
    process.env.SOFTHSM2_CONF = settings
    this.addToken(label, pin)
  }

  get #tokens(): string {
    return join(this.folder, 'tokens')
  }

  get #pulled(): string {
    return join(this.folder, 'pulled')
  }

  addToken(label: string, pin: string): void {
    const options = ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', pinOfOfficer]
    execFileSync(findJudge('softhsm2-util') ?? 'softhsm2-util', options, { stdio: 'pipe' })
  }

  /** Takes the token of a serial number out, or all. */
  pull(serial = ''): void {
    for (const name of readdirSync(this.#tokens))
      if (name.replaceAll('-', '').endsWith(serial))
        renameSync(join(this.#tokens, name), join(this.#pulled, name))
  }

  /** Puts back what was taken out. */
  putBack(): void {
    for (const name of readdirSync(this.#pulled))
      renameSync(join(this.#pulled, name), join(this.#tokens, name))
  }

  /** Puts keys and certificates on the token. */
  store(objects: readonly TokenObject[], label = this.label, pin = this.pin): void {
    const { PKCS11 } = createRequire(import.meta.url)('pkcs11js') as { PKCS11: new () => Writing }
    const module = new PKCS11()
    module.load(softHsmLibrary)
    module.C_Initialize()
    try {
      const slot = module.C_GetSlotList(true).find((one) => module.C_GetTokenInfo(one).label.trim() === label)
      if (slot === undefined) throw new Error(`there is no token ${label}`)
      const session = module.C_OpenSession(slot, ck.serialSession | ck.readWriteSession)
      module.C_Login(session, ck.user, pin)
      for (const object of objects)
        for (const template of templatesOf(object)) module.C_CreateObject(session, template)
    } finally {
      module.C_Finalize()
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function templatesOf({
  label,
  id,
  key,
  alwaysAuthenticate = false,
  certificates = [],
}: TokenObject): Attribute[][] {
  const name = [
    { type: ck.token, value: true },
    { type: ck.label, value: label },
    { type: ck.id, value: Buffer.from(id, 'hex') },
  ]
  const templates: Attribute[][] = certificates.map((der) => [
    { type: ck.class, value: ck.certificate },
    { type: ck.certificateType, value: 0 },
    { type: ck.value, value: Buffer.from(der) },
    { type: ck.subject, value: Buffer.from(parseCertificate(der).subject.raw) },
    ...name,
  ])
  if (key === undefined) return templates
  const rights = [
    { type: ck.private, value: true },
    { type: ck.sensitive, value: true },
    { type: ck.sign, value: true },
    { type: ck.alwaysAuthenticate, value: alwaysAuthenticate },
  ]
  return [...templates, [{ type: ck.class, value: ck.privateKey }, ...name, ...rights, ...keyValues(key)]]
}

function keyValues(key: KeyObject): Attribute[] {
  const jwk = key.export({ format: 'jwk' })
  const octets = (part: string | undefined): Buffer => Buffer.from(part ?? '', 'base64url')
  if (key.asymmetricKeyType === 'ec')
    return [
      { type: ck.keyType, value: ck.ec },
      { type: ck.ecParameters, value: curveOf(key) },
      { type: ck.value, value: octets(jwk.d) },
    ]
  const parts = [jwk.n, jwk.e, jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi]
  return [
    { type: ck.keyType, value: ck.rsa },
    ...parts.map((part, number) => ({
      type: ck.modulus + (number === 0 ? 0 : number + 1),
      value: octets(part),
    })),
  ]
}

/** The identifier of the curve, from the SubjectPublicKeyInfo's own octets. */
function curveOf(key: KeyObject): Buffer {
  const curve = key.asymmetricKeyDetails?.namedCurve
  const oids: Record<string, string> = {
    prime256v1: '06082a8648ce3d030107',
    secp384r1: '06052b81040022',
    secp521r1: '06052b81040023',
  }
  return Buffer.from(oids[curve ?? ''] ?? '', 'hex')
}
