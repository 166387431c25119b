import { type EvidenceSource, evidenceSource } from '../services/evidence-source.ts'
import type { Fetcher } from '../services/fetcher.ts'
import { httpFetcher } from '../services/http-fetcher.ts'
import { timestampSource } from '../services/timestamp.ts'
import type { TimestampSource } from '../services/timestamp-source.ts'
import type { TrustStore } from '../x509/path.ts'
import { readTrustFolder } from './trust-folder.ts'

/** The options by which a command is told whom to trust and whom to ask. */
export const serviceOptions = {
  tsa: { type: 'string' },
  trust: { type: 'string', multiple: true },
  offline: { type: 'boolean' },
} as const

export interface ServiceValues {
  readonly tsa?: string | undefined
  readonly trust?: readonly string[] | undefined
  readonly offline?: boolean | undefined
}

export interface OpenedServices {
  readonly fetcher: Fetcher
  readonly trust: readonly TrustStore[]
  readonly crls: readonly Uint8Array[]
  readonly timestamp: TimestampSource | null
  /** Null where nobody is to be asked. */
  readonly evidence: EvidenceSource | null
}

/** @throws PadesError where a folder of trust holds what is no certificate; FileError */
export function openServices(values: ServiceValues, now: () => Date): OpenedServices {
  // Whoever runs the command names the services himself, or his own certificates do: also on his own network.
  const fetcher = httpFetcher({ reach: 'any' })
  const folders = (values.trust ?? []).map(readTrustFolder)
  return {
    fetcher,
    trust: folders.flatMap(({ stores }) => stores),
    crls: folders.flatMap(({ crls }) => crls),
    timestamp: values.tsa === undefined ? null : timestampSource({ url: values.tsa, fetcher, now }),
    evidence: values.offline === true ? null : evidenceSource({ fetcher, now }),
  }
}
