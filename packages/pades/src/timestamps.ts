// Time-stamps by themselves, for those who neither sign nor judge PDF: a fifth of what the whole library loads.

export { PadesError, type PadesErrorCode } from './errors.ts'
export {
  type CheckedTimestamp,
  checkTimestamp,
  type TimestampCheckOptions,
} from './services/check-timestamp.ts'
export type { FetchAnswer, Fetcher, FetchQuestion } from './services/fetcher.ts'
export { type HttpFetcherOptions, httpFetcher } from './services/http-fetcher.ts'
export { firstTimestampOf, type TimestampOptions, timestampSource } from './services/timestamp.ts'
export type { TimestampSource } from './services/timestamp-source.ts'
export { type TrustStoreOptions, trustStore } from './verify/trust-store.ts'
export type { TrustStore } from './x509/path.ts'
