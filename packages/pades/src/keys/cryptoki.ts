import { PadesError } from '../errors.ts'

/** What PKCS #11 calls a handle; the addon gives it as octets. */
export type CryptokiHandle = Buffer

export interface CryptokiTokenInfo {
  readonly label: string
  readonly serialNumber: string
  readonly flags: number
  readonly maxSessionCount: number
}

export interface CryptokiAttribute {
  readonly type: number
  readonly value?: number | boolean | string | Buffer
}

export interface CryptokiMechanism {
  readonly mechanism: number
  readonly parameter?: unknown
}

/** The calls of PKCS #11 that signing needs, as the package `pkcs11js` has them. Errors have a `code`, a CKR. */
export interface Cryptoki {
  load(library: string): void
  C_Initialize(options?: { readonly flags: number }): void
  C_Finalize(): void
  C_GetSlotList(tokenPresent: boolean): CryptokiHandle[]
  C_GetTokenInfo(slot: CryptokiHandle): CryptokiTokenInfo
  C_GetMechanismList(slot: CryptokiHandle): number[]
  C_OpenSession(slot: CryptokiHandle, flags: number): CryptokiHandle
  C_CloseSession(session: CryptokiHandle): void
  C_GetSessionInfo(session: CryptokiHandle): { readonly state: number }
  C_Login(session: CryptokiHandle, user: number, pin: string): void
  C_FindObjectsInit(session: CryptokiHandle, template: readonly CryptokiAttribute[]): void
  C_FindObjects(session: CryptokiHandle, max: number): CryptokiHandle[]
  C_FindObjectsFinal(session: CryptokiHandle): void
  C_GetAttributeValue(
    session: CryptokiHandle,
    object: CryptokiHandle,
    template: readonly CryptokiAttribute[],
  ): { readonly type: number; readonly value: Buffer }[]
  C_SignInit(session: CryptokiHandle, mechanism: CryptokiMechanism, key: CryptokiHandle): void
  C_SignAsync(session: CryptokiHandle, data: Buffer, room: Buffer): Promise<Buffer>
}

/** Numbers of PKCS #11 3.0, by what they are for here. */
export const ck = {
  osLocking: 0x2,
  serialSession: 0x4,
  readWriteSession: 0x2,
  user: 1,
  contextSpecific: 2,
  userFunctions: [1, 3] as readonly number[],
  pinCountLow: 0x10000,
  pinFinalTry: 0x20000,
  pinLocked: 0x40000,
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  value: 0x11,
  certificateType: 0x80,
  keyType: 0x100,
  subject: 0x101,
  id: 0x102,
  sensitive: 0x103,
  sign: 0x108,
  modulus: 0x120,
  ecParameters: 0x180,
  ecPoint: 0x181,
  alwaysAuthenticate: 0x202,
  certificate: 1,
  publicKey: 2,
  privateKey: 3,
  rsa: 0,
  ec: 3,
  rsaPkcs: 0x1,
  rsaPss: 0xd,
  ecdsa: 0x1041,
} as const

/** What a call can answer instead of success. */
export const ckr = {
  slotInvalid: 0x3,
  generalError: 0x5,
  functionFailed: 0x6,
  attributeTypeInvalid: 0x12,
  deviceError: 0x30,
  deviceRemoved: 0x32,
  keyHandleInvalid: 0x60,
  objectHandleInvalid: 0x82,
  pinIncorrect: 0xa0,
  pinInvalid: 0xa1,
  pinLength: 0xa2,
  pinLocked: 0xa4,
  sessionClosed: 0xb0,
  sessionCount: 0xb1,
  sessionHandleInvalid: 0xb3,
  tokenNotPresent: 0xe0,
  tokenNotRecognized: 0xe1,
  alreadyLoggedIn: 0x100,
  notLoggedIn: 0x101,
  notInitialized: 0x190,
  alreadyInitialized: 0x191,
} as const

/** Makes a `Cryptoki` that no library is loaded into yet. @throws PadesError `token_module_missing` */
export async function newCryptoki(): Promise<Cryptoki> {
  // Not a literal, so that neither the compiler nor a bundler needs what is optional.
  const name: string = 'pkcs11js'
  try {
    const addon = (await import(name)) as { default: { PKCS11: new () => Cryptoki } }
    return new addon.default.PKCS11()
  } catch (cause) {
    throw new PadesError(
      'token_module_missing',
      'signing with a token needs the package pkcs11js: install g++, make and python3, then run npm install pkcs11js',
      { package: name },
      { cause },
    )
  }
}
