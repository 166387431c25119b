import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url')

const flags = { present: 0x01, verified: 0x04, attested: 0x40 }

/** A device that keeps one passkey, in software: it signs whatever it is asked, so that a test can have it answer wrongly. */
export class TestAuthenticator {
  readonly id = base64url(randomBytes(16))
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  /** What it will count next. */
  count = 0
  verifies = true

  constructor() {
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  }

  /** What a browser sends after making the passkey. */
  register(
    options: { readonly challenge: string; readonly rp: { readonly id?: string } },
    origin: string,
  ): string {
    const credentialId = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(credentialId.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, this.#publicKey()])
    const authData = this.#authData(options.rp.id ?? '', flags.attested, attested)
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    )
    const clientDataJSON = this.#clientData('webauthn.create', options.challenge, origin)
    return this.#answer({
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    })
  }

  /** What a browser sends after signing what it was asked. */
  sign(options: { readonly challenge: string; readonly rpId?: string }, origin: string): string {
    const authenticatorData = this.#authData(options.rpId ?? '', 0, Buffer.alloc(0))
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, origin)
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
    return this.#answer({
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(sign('sha256', signed, this.#keys.privateKey)),
    })
  }

  #answer(response: Readonly<Record<string, unknown>>): string {
    const { id } = this
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  #clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authData(rpId: string, more: number, attested: Buffer): Buffer {
    const head = Buffer.from([flags.present | (this.verifies ? flags.verified : 0) | more])
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.count)
    return Buffer.concat([sha256(rpId), head, count, attested])
  }

  /** The key as COSE writes it: EC2, ES256, P-256. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    return Buffer.from(isoCBOR.encode(key as never))
  }
}
