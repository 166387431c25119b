import type { HashName } from '../algorithms.ts'
import type { Signer } from '../keys/signer.ts'
import type { EvidenceService } from '../services/evidence-service.ts'
import type { TimestampSource } from '../services/timestamp-source.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { parseCrl } from '../x509/crl.ts'
import { parseOcsp } from '../x509/ocsp.ts'
import type { TrustStore } from '../x509/path.ts'
import type { CallHome } from './at-work.ts'
import type { WorkerSettings } from './crew-worker.ts'

// What cannot be sent to another thread (tokens, networks) stays where the pool was made, and threads ask for it.

interface StatusQuestion {
  readonly certificate: Uint8Array
  readonly issuer: Uint8Array
}

interface StatusAnswer {
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

export interface SentStore {
  readonly name: string
  readonly kind: TrustStore['kind']
  readonly anchors: readonly Uint8Array[]
}

export function sendStores(stores: readonly TrustStore[]): readonly SentStore[] {
  return stores.map(({ name, kind, anchors }) => ({ name, kind, anchors: anchors.map(({ der }) => der) }))
}

export function receiveStores(stores: readonly SentStore[]): readonly TrustStore[] {
  return stores.map((store) => ({ ...store, anchors: store.anchors.map(parseCertificate) }))
}

/** The answers of the pool's own thread. */
export function callsOf(at: {
  readonly signer?: Signer | undefined
  readonly timestamp?: TimestampSource | undefined
  readonly services?: EvidenceService | undefined
}): WorkerSettings['calls'] {
  const { signer, timestamp, services } = at
  return {
    ...(signer !== undefined && { sign: async (attributes: Uint8Array) => signer.sign(attributes) }),
    ...(timestamp !== undefined && { stamp: (digest: Uint8Array) => timestamp.stamp(digest) }),
    ...(services !== undefined && {
      issuers: async (certificate: Uint8Array) =>
        (await services.issuersOf(parseCertificate(certificate))).map(({ der }) => der),
      status: async ({ certificate, issuer }: StatusQuestion): Promise<StatusAnswer> => {
        const found = await services.revocationOf(parseCertificate(certificate), parseCertificate(issuer))
        return { crls: found.crls.map(({ der }) => der), ocsps: found.ocsps.map(({ der }) => der) }
      },
    }),
  }
}

/** The key of the pool's own thread. */
export function signerAtHome(identity: Omit<Signer, 'sign'>, callHome: CallHome): Signer {
  return { ...identity, sign: async (attributes) => (await callHome('sign', attributes)) as Uint8Array }
}

export function timestampAtHome(
  hash: HashName,
  tokenBytesAtMost: number,
  callHome: CallHome,
): TimestampSource {
  return { hash, tokenBytesAtMost, stamp: async (digest) => (await callHome('stamp', digest)) as Uint8Array }
}

export function servicesAtHome(callHome: CallHome): EvidenceService {
  return {
    async issuersOf({ der }) {
      return ((await callHome('issuers', der)) as readonly Uint8Array[]).map(parseCertificate)
    },
    async revocationOf(certificate, issuer) {
      const question: StatusQuestion = { certificate: certificate.der, issuer: issuer.der }
      const { crls, ocsps } = (await callHome('status', question)) as StatusAnswer
      const answers = ocsps.map((der) => parseOcsp(der, parseCertificate).answer)
      return { crls: crls.map(parseCrl), ocsps: answers.filter((answer) => answer !== null) }
    },
  }
}
