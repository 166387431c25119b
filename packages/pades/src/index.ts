export type { HashName } from './algorithms.ts'
export { PadesError, type PadesErrorCode } from './errors.ts'
export { type KeySignerOptions, keySigner } from './keys/key-signer.ts'
export { openP12, type P12Options } from './keys/p12.ts'
export { openPem, type PemOptions } from './keys/pem.ts'
export { openToken, type TokenOptions, type TokenSigner } from './keys/pkcs11.ts'
export {
  type AuthorizationAnswer,
  type AuthorizationRequest,
  listRemoteCredentials,
  openRemote,
  type RemoteOptions,
  type RemoteService,
  type RemoteSigner,
} from './keys/remote.ts'
export type { SignatureScheme, Signer } from './keys/signer.ts'
export type { PinRequest } from './keys/token-pin.ts'
export type { FetchAnswer, Fetcher, FetchQuestion } from './services/fetcher.ts'
export { type ByteSource, bytesSource, fileSource } from './source.ts'
export type { FileReport, FileVerdict, SignatureReport, Verdict } from './verify/report.ts'
