import { readFileSync } from 'node:fs'
import { openP12, type P12Options } from '../keys/p12.ts'
import { openPem, type PemOptions } from '../keys/pem.ts'
import { openToken, type TokenOptions } from '../keys/pkcs11.ts'
import type { Signer } from '../keys/signer.ts'
import type { CallHome } from './at-work.ts'
import { signerAtHome } from './home-services.ts'

/**
 * The key of a pool. A key in a file is opened by each thread for itself. A token, or any other `Signer`, stays in the
 * thread that made the pool, which is asked for each signature's value: it must not block there, as those of this
 * library do not.
 */
export type PoolKey =
  | (P12Options & {
      readonly kind: 'p12'
      /** A path, or the file. */
      readonly file: string | Uint8Array
      readonly password: string
    })
  | (PemOptions & { readonly kind: 'pem' })
  | (TokenOptions & { readonly kind: 'token' })
  | { readonly kind: 'signer'; readonly signer: Signer }

/** A key as it can be sent to a thread. */
export type SentKey =
  | Extract<PoolKey, { kind: 'p12' | 'pem' }>
  | { readonly kind: 'at_home'; readonly identity: Omit<Signer, 'sign'> }

/** What is opened in the pool's own thread. */
export interface HomeKey {
  readonly sent: SentKey
  readonly signer?: Signer
  /** Ends what was opened for the pool alone. */
  close(): Promise<void>
}

export async function openAtHome(key: PoolKey): Promise<HomeKey> {
  if (key.kind === 'p12' || key.kind === 'pem') return { sent: key, close: async () => {} }
  if (key.kind === 'signer') return { ...atHome(key.signer), close: async () => {} }
  const token = await openToken(key)
  return { ...atHome(token), close: async () => token[Symbol.asyncDispose]() }
}

function atHome(signer: Signer): Pick<HomeKey, 'sent' | 'signer'> & { readonly signer: Signer } {
  const { certificate, issuers, scheme, hash } = signer
  return { sent: { kind: 'at_home', identity: { certificate, issuers, scheme, hash } }, signer }
}

/** Opens a key in a thread. @throws PadesError as `openP12` and `openPem` do; the errors of `node:fs` */
export function openInThread(key: SentKey, callHome: CallHome): Signer {
  switch (key.kind) {
    case 'p12':
      return openP12(typeof key.file === 'string' ? readFileSync(key.file) : key.file, key.password, key)
    case 'pem':
      return openPem(key)
    case 'at_home':
      return signerAtHome(key.identity, callHome)
  }
}
