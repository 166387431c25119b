import type { SigningIdentity } from '../cms/build.ts'
import { roomFor } from '../cms/build.ts'
import { readForm } from '../form/fields.ts'
import { type Certification, lockOfField } from '../form/permissions.ts'
import { seedValuesOf } from '../form/seed-values.ts'
import type { WidgetLook } from '../look/appearance.ts'
import type { PdfFile } from '../pdf/document.ts'
import type { SignerCheck } from './check-path.ts'
import { certificateOf } from './check-signer.ts'
import { checkPermitted, earlierSignatures, emptyField, freeName } from './field-choice.ts'
import type { Level } from './levels.ts'
import { checkSeed } from './seed-check.ts'
import { type Declared, type LockWish, signatureObjects } from './signature-objects.ts'
import { type Unfinished, writeUnfinished } from './unfinished.ts'

/** Where a signature is put, and what it says; the same whether the key is at hand or elsewhere. */
export interface SignatureOptions {
  /** The time that the signature claims (`/M`), to the second. */
  readonly at: Date
  /** B-B where it is left out. */
  readonly level?: SigningLevel
  /** The empty field to sign, or the name of a new one; a free name where it is left out. */
  readonly field?: string
  /** Index from 0 of the page of a new field. */
  readonly page?: number
  /** What is to be seen; nothing where it is left out. */
  readonly look?: WidgetLook
  readonly declared?: Declared
  /** Certifies the document: what may change afterwards (ISO 32000-2, table 257). */
  readonly certify?: Certification
  /** The fields to lock; where it is left out, what an empty field says itself. */
  readonly lock?: LockWish
  /** Against what the certificate is checked before it signs; left out, that is told as a warning. */
  readonly check?: SignerCheck
}

/** The levels that a signature has when it is made; the others are reached by adding to the file afterwards. */
export type SigningLevel = Extract<Level, 'B-B' | 'B-T'>

/**
 * Writes all of a signature but its value.
 *
 * @param reserved bytes for what is to come into the message beside the signature
 * @throws PadesError where the file lets nobody sign there
 */
export function begin(
  file: PdfFile,
  identity: SigningIdentity,
  options: Omit<SignatureOptions, 'level'> & { readonly level?: Level },
  reserved: number,
): Unfinished {
  const { at, page = 0, look = null, declared = {}, certify, level = 'B-B' } = options
  const form = readForm(file)
  const fieldName = options.field ?? freeName(form)
  const field = emptyField(form, fieldName)
  checkPermitted(earlierSignatures(file, form), fieldName, certify)
  const lock = options.lock ?? (field === null ? null : lockOfField(file, field.dict)) ?? undefined
  const seed = field === null ? null : seedValuesOf(file, field.dict)
  if (seed !== null) {
    const { hash, issuers } = identity
    const facts = { hash, issuers, level, certify, reason: declared.reason }
    const fullLock = lock === undefined ? null : { permission: null, ...lock }
    checkSeed(fieldName, seed, { ...facts, certificate: certificateOf(identity), lock: fullLock })
  }
  return writeUnfinished(
    file,
    signatureObjects(file, form, {
      subFilter: 'ETSI.CAdES.detached',
      fieldName,
      field,
      page,
      look,
      at,
      declared,
      certify,
      lock,
      roomBytes: roomFor(identity, reserved),
    }),
  )
}
