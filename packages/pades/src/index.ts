// All that is promised to those who use this library; whatever else is in it may change.

export type { HashName } from './algorithms.ts'
export { errorSentence } from './error-sentence.ts'
export { PadesError, type PadesErrorCode } from './errors.ts'
export { type AcroForm, type FormField, readForm } from './form/fields.ts'

// Keys
export type { AlgorithmChoice } from './keys/algorithm.ts'
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

// What is seen
export type { Rect, WidgetLook } from './look/appearance.ts'
export { type ArrivalWords, arrivalMark } from './look/arrival-mark.ts'
export { type CornerWords, cornerMark } from './look/corner-mark.ts'
export type { Mark } from './look/drawing.ts'
export { checkPdfA, type PdfAClaim, type PdfAFinding, type PdfAReport } from './look/pdf-a/check.ts'
export { type PersonMark, type PersonMarkOptions, personMark } from './look/person-mark.ts'
export type { PictureNote } from './look/picture-checks.ts'
export { marksUnder, type Place, pictureOfWidget, placeInField, placeMark } from './look/place.ts'
export { sealMark, sealPlace } from './look/seal-mark.ts'
export { type LookSentence, pdfASentence, pictureSentence } from './look/sentences.ts'
export { stampPage } from './look/stamp.ts'
export { openPdf, type PdfFile } from './pdf/document.ts'
export { type DecodedStream, decodeStream } from './pdf/filters.ts'
export { defaultLimits, type PdfLimits } from './pdf/limits.ts'
export { PdfDict, PdfName, type PdfObject, PdfStream, PdfString } from './pdf/objects.ts'
export { countPages, type PdfPage, pageAt } from './pdf/pages.ts'

// On all cores
export type { PoolKey } from './pool/pool-key.ts'
export type { PoolOptions } from './pool/pool-options.ts'
export type { PooledLook } from './pool/pooled-look.ts'
export {
  type PooledSignOptions,
  type SignedFile,
  type SigningPool,
  type SigningPoolOptions,
  signingPool,
} from './pool/signing-pool.ts'
export {
  type PooledVerifyOptions,
  type VerifyingPool,
  type VerifyingPoolOptions,
  verifyingPool,
} from './pool/verifying-pool.ts'

// Services
export { AnswerCache } from './services/answer-cache.ts'
export {
  type CheckedTimestamp,
  checkTimestamp,
  type TimestampCheckOptions,
} from './services/check-timestamp.ts'
export type { EvidenceService } from './services/evidence-service.ts'
export { type EvidenceOptions, type EvidenceSource, evidenceSource } from './services/evidence-source.ts'
export type { FetchAnswer, Fetcher, FetchQuestion } from './services/fetcher.ts'
export { type HttpFetcherOptions, httpFetcher } from './services/http-fetcher.ts'
export { firstTimestampOf, type TimestampOptions, timestampSource } from './services/timestamp.ts'
export type { TimestampSource } from './services/timestamp-source.ts'

// Signing
export type { AppendedFile } from './sign/appended-file.ts'
export type { SignatureOptions, SigningLevel } from './sign/begin.ts'
export type { SignerCheck, SignWarning } from './sign/check-path.ts'
export { type CompleteOptions, complete } from './sign/complete.ts'
export { type Extended, type ExtendOptions, type ExtendStep, extend } from './sign/extend.ts'
export type { Level } from './sign/levels.ts'
export { type PreparedSignature, type PrepareOptions, prepare } from './sign/prepare.ts'
export { needsRenewal, type Renewal } from './sign/renewal.ts'
export { type SignOptions, sign } from './sign/sign.ts'
export type { Declared, LockWish } from './sign/signature-objects.ts'
export type { Signed } from './sign/signed.ts'
export { type ByteSource, bytesSource, fileSource } from './source.ts'

// Verifying
export type { GivenEvidence } from './verify/evidence.ts'
export type {
  CertificateSummary,
  ChangeReport,
  FileReport,
  FileVerdict,
  Finding,
  Indication,
  RevocationReport,
  Sentence,
  SignatureReport,
  TimestampReport,
  Verdict,
} from './verify/report.ts'
export { type TrustStoreOptions, trustStore } from './verify/trust-store.ts'
export { isGood } from './verify/verdict.ts'
export { type VerifyOptions, verify } from './verify/verify.ts'
export { CertificateCache } from './x509/certificate-cache.ts'
export type { TrustStore } from './x509/path.ts'
