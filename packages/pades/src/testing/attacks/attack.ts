import type { Certification, Lock } from '../../form/permissions.ts'
import type { ChangeReport } from '../../verify/report.ts'
import type { ObjectTexts } from '../build-pdf.ts'
import type { Written } from './document.ts'

/** A way to make a signed document say something else, and what must be found. */
export interface Attack {
  readonly name: string
  /** Where it is told of, or of which kind it is. */
  readonly source: string
  /** What a reader shows that nobody signed. */
  readonly shows: string
  /** What the signed document has besides, put there beforehand by who wants to change it later. */
  readonly prepared?: ObjectTexts
  readonly certification?: Certification
  readonly locks?: readonly Lock[]
  /** What comes after the signature. */
  readonly revisions?: readonly Written[]
  /** What comes after the signature where it is no orderly revision. */
  readonly append?: (signed: Uint8Array) => Uint8Array
  /** One of the changes that must be named, none of which is allowed. */
  readonly expected: Partial<ChangeReport> & Pick<ChangeReport, 'kind'>
}

export const shadow = 'Mainka, Mladenov, Rohlmann: Shadow Attacks (NDSS 2021)'
export const certified = 'Rohlmann et al.: Breaking the Specification: PDF Certification (S&P 2021)'
export const saving = 'Mladenov et al.: 1 Trillion Dollar Refund (CCS 2019), incremental saving'
export const ours = 'our own'
