import { openP12 } from '../keys/p12.ts'
import { openPem } from '../keys/pem.ts'
import { openToken } from '../keys/pkcs11.ts'
import type { SignatureScheme, Signer } from '../keys/signer.ts'
import { required } from './shell/command-line.ts'
import { UsageError } from './shell/usage-error.ts'
import { readWhole } from './shell/whole-file.ts'

/** The options by which a command is given a key. */
export const keyOptions = {
  p12: { type: 'string' },
  key: { type: 'string' },
  cert: { type: 'string' },
  pkcs11: { type: 'string' },
  token: { type: 'string' },
  'key-label': { type: 'string' },
  'password-file': { type: 'string' },
  'password-env': { type: 'string' },
  password: { type: 'string' },
  pss: { type: 'boolean' },
} as const

export interface KeyValues {
  readonly p12?: string | undefined
  readonly key?: string | undefined
  readonly cert?: string | undefined
  readonly pkcs11?: string | undefined
  readonly token?: string | undefined
  readonly 'key-label'?: string | undefined
  readonly 'password-file'?: string | undefined
  readonly 'password-env'?: string | undefined
  readonly password?: string | undefined
  readonly pss?: boolean | undefined
}

/** A key and how to let go of it. */
export interface OpenedKey {
  readonly signer: Signer
  close(): Promise<void>
}

/** Keys, certificates and passwords are some kilobytes. */
const mostBytes = 16 << 20

const oneKey = {
  vi: 'phải nêu đúng một khoá: --p12, --key cùng --cert, hoặc --pkcs11',
  en: 'exactly one key must be named: --p12, --key with --cert, or --pkcs11',
}

const kept = { close: async () => undefined }

/**
 * Opens the key that the options name.
 *
 * @param ask for a password or PIN where no option gives one; the answer is never shown
 * @throws UsageError where they name none or several; PadesError where the key cannot be opened
 */
export async function openKey(
  values: KeyValues,
  usage: string,
  ask: () => Promise<string>,
): Promise<OpenedKey> {
  const named = [values.p12, values.key, values.pkcs11].filter((value) => value !== undefined)
  if (named.length !== 1) throw new UsageError(oneKey, usage)
  const scheme: { scheme?: SignatureScheme } = values.pss === true ? { scheme: 'rsa-pss' } : {}
  const password = async () => givenPassword(values, usage) ?? (await ask())
  if (values.p12 !== undefined)
    return { ...kept, signer: openP12(readWhole(values.p12, mostBytes), await password(), scheme) }
  if (values.key !== undefined) {
    const certificate = readWhole(required(values.cert, '--cert FILE', usage), mostBytes)
    const key = Buffer.from(readWhole(values.key, mostBytes))
    const isClosed = key.includes('ENCRYPTED')
    const opened = { key, certificate, ...scheme }
    return { ...kept, signer: openPem(isClosed ? { ...opened, password: await password() } : opened) }
  }
  const signer = await openToken({
    library: values.pkcs11 ?? '',
    pin: password,
    ...scheme,
    ...(values.token !== undefined && { tokenLabel: values.token }),
    ...(values['key-label'] !== undefined && { keyLabel: values['key-label'] }),
  })
  return { signer, close: async () => signer[Symbol.asyncDispose]() }
}

function givenPassword(values: KeyValues, usage: string): string | undefined {
  const file = values['password-file']
  // An editor ends the last line; a password does not.
  if (file !== undefined)
    return Buffer.from(readWhole(file, mostBytes))
      .toString()
      .replace(/\r?\n$/, '')
  const name = values['password-env']
  if (name === undefined) return values.password
  const value = process.env[name]
  if (value === undefined)
    throw new UsageError(
      {
        vi: `không có biến môi trường ${name} (--password-env)`,
        en: `there is no environment variable ${name} (--password-env)`,
      },
      usage,
    )
  return value
}
