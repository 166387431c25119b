import { PadesError } from '../errors.ts'
import { readPem } from '../keys/pem-blocks.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import type { TrustStore } from '../x509/path.ts'

export interface TrustStoreOptions {
  /** As reports name it. */
  readonly name: string
  /** What it stands for: `official` is the Government's own root; `other` where it is left out. */
  readonly kind?: TrustStore['kind']
  /** PEM, also with several in one, or DER: each is an anchor, whether it is a root or not. */
  readonly certificates: readonly (string | Uint8Array)[]
}

const labels: ReadonlySet<string> = new Set(['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'])

/**
 * Certificates to trust (RFC 5280, 6.1.1 d). Make it once: what was found out about its certificates is kept with it.
 *
 * @throws PadesError `certificate_malformed`, also where a text has no certificate in it
 */
export function trustStore({ name, kind = 'other', certificates }: TrustStoreOptions): TrustStore {
  return { name, kind, anchors: certificates.flatMap((one) => anchorsIn(one, name)) }
}

function anchorsIn(source: string | Uint8Array, store: string): readonly Certificate[] {
  const blocks = readPem(source)
  if (blocks.length === 0 && typeof source !== 'string') return [parseCertificate(source)]
  const found = blocks.filter(({ label }) => labels.has(label))
  if (found.length === 0)
    throw new PadesError('certificate_malformed', `a text of the store ${store} has no certificate`)
  return found.map((block) => parseCertificate(block.der()))
}
