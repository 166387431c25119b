import { hash as digestOf } from 'node:crypto'
import { attributeOids } from '../cms/attributes.ts'
import { assembleSignedData, attribute, roomFor, signedAttributes } from '../cms/build.ts'
import { type AcroForm, readForm } from '../form/fields.ts'
import { type Certification, lockOfField } from '../form/permissions.ts'
import type { Signer } from '../keys/signer.ts'
import type { WidgetLook } from '../look/appearance.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import { checkPermitted, earlierSignatures, emptyField, freeName, type LockWish } from './field-choice.ts'
import type { Level, TimestampSource } from './levels.ts'
import { type Declared, signatureObjects } from './signature-objects.ts'
import { Signed } from './signed.ts'
import { digestOfUnfinished, fill, type Unfinished, writeUnfinished } from './unfinished.ts'

export interface SignOptions {
  readonly signer: Signer
  /** The time that the signature claims (`/M`), to the second. */
  readonly at: Date
  /** B-B where it is left out. */
  readonly level?: Level
  /** The empty field to sign, or the name of a new one; a free name where it is left out. */
  readonly field?: string
  /** Index from 0 of the page of a new field. */
  readonly page?: number
  /** What is to be seen; nothing where it is left out. */
  readonly look?: WidgetLook
  readonly declared?: Declared
  /** Certifies the document: what may change afterwards (ISO 32000-2, table 257). */
  readonly certify?: Certification
  readonly lock?: LockWish
  readonly timestamp?: TimestampSource
}

/**
 * Signs a PDF by an incremental update.
 *
 * @throws PadesError where the file cannot be read or lets nobody sign there, or where the key or a service fails;
 *   nothing half done comes out
 */
export async function sign(pdf: Uint8Array | ByteSource, options: SignOptions): Promise<Signed> {
  const source = pdf instanceof Uint8Array ? bytesSource(pdf) : pdf
  const file = openPdf(source)
  const form = readForm(file)
  let reserved = options.level === undefined || options.level === 'B-B' ? 0 : reserveOf(options)
  for (;;) {
    const unfinished = begin(file, form, options, reserved)
    const message = await messageFor(source, unfinished, options)
    if (message.length <= unfinished.roomBytes) {
      fill(unfinished, message)
      return new Signed(source, unfinished.appended)
    }
    // The time-stamp was longer than its authority's earlier ones: once more, with room for this one and some.
    reserved += message.length - unfinished.roomBytes + 256
  }
}

function reserveOf({ timestamp, level }: SignOptions): number {
  if (timestamp === undefined) throw new RangeError(`${level} needs a time-stamp authority`)
  return timestamp.tokenBytesAtMost + 64
}

/** Writes all of the signature but its value. */
function begin(file: PdfFile, form: AcroForm | null, options: SignOptions, reserved: number): Unfinished {
  const { signer, at, page = 0, look = null, declared = {}, certify } = options
  const fieldName = options.field ?? freeName(form)
  const field = emptyField(form, fieldName)
  if (form !== null) checkPermitted(earlierSignatures(file, form), fieldName, certify)
  const lock = options.lock ?? (field === null ? null : lockOfField(file, field.dict)) ?? undefined
  const roomBytes = roomFor(signer, reserved)
  const wish = {
    subFilter: 'ETSI.CAdES.detached',
    fieldName,
    field,
    page,
    look,
    at,
    declared,
    certify,
  } as const
  return writeUnfinished(file, signatureObjects(file, form, { ...wish, lock, roomBytes }))
}

async function messageFor(
  source: ByteSource,
  unfinished: Unfinished,
  options: SignOptions,
): Promise<Uint8Array> {
  const { signer, timestamp, level = 'B-B' } = options
  const digest = digestOfUnfinished(source, unfinished, signer.hash)
  const attributes = signedAttributes(signer, digest)
  const value = await signer.sign(attributes)
  if (level === 'B-B' || timestamp === undefined) return assembleSignedData(signer, attributes, value)
  const token = await timestamp.stamp(digestOf(timestamp.hash, value, 'buffer'))
  return assembleSignedData(signer, attributes, value, [attribute(attributeOids.signatureTimestamp, token)])
}
