import { PassThrough, type Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { recordVirus } from '../antivirus/record-virus.ts'
import { VirusFound } from '../antivirus/virus-scanner.ts'
import type { Context } from '../context.ts'
import type { StoredBlob } from '../files/blobs.ts'
import { discardFiles, type Judged, receiveFile, recordUpload } from '../files/uploads.ts'
import { isId } from '../id.ts'
import { type Reason, Refusal } from '../refusal.ts'
import { nameBearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { recordStop, stopMarkedInput, stoppedRefusal } from '../secret-marks/stop.ts'
import { requireActor } from './execute.ts'
import { decodeForm, type FormValue, type FormValues } from './form.ts'
import { refusalOf } from './problem.ts'
import { circumstancesOf } from './request.ts'
import type { FormUpload } from './route.ts'
import { inTransaction, type System } from './system.ts'

const maxFiles = 20

interface ReceivedFile extends StoredBlob, Judged {
  readonly field: string
  readonly fileName: string
}

/** The values of a form, and why some of its files were refused: the rest is kept while the user corrects them. */
export interface SentForm {
  readonly values: FormValues
  readonly refusal: Refusal | null
  /** What came with this sending and is now recorded. */
  readonly uploadIds: readonly string[]
}

/**
 * Parses a form. Files go into the store as they arrive and become upload ids under the name of their field, so that they
 * are kept while the user corrects the rest of the form; a refused file does not affect the others. Only a secrecy
 * marking, in a file or a field, rejects everything.
 * @throws Refusal `secret_mark_stopped`
 */
export async function readForm(system: System, request: FastifyRequest, act: string): Promise<SentForm> {
  if (!request.isMultipart()) {
    const body = request.body
    const values = decodeForm(body instanceof URLSearchParams ? body : [])
    await stopMarkedInput(system, circumstancesOf(request), act, values)
    return { values, refusal: null, uploadIds: [] }
  }
  const fields: [string, string][] = []
  const received: ReceivedFile[] = []
  const refusals: Refusal[] = []
  for await (const part of partsOf(system, request)) {
    if (part.type === 'field') {
      fields.push([part.fieldname, fieldText(part)])
    } else if (part.filename === undefined || part.filename === '') {
      part.file.resume()
    } else {
      const { fieldname: field, filename: fileName } = part
      try {
        const incoming = { name: fileName, field, content: part.file }
        received.push({ field, fileName, ...(await receiveUnmarked(system, request, act, incoming)) })
      } catch (error) {
        if (isStop(error)) await discardFiles(system, received)
        if (!(error instanceof Refusal) || error.code === 'form_malformed' || isStop(error)) throw error
        refusals.push(ofField(error, field))
      }
    }
  }
  await stopMarkedInput(system, circumstancesOf(request), act, decodeForm(fields)).catch(async (error) => {
    await discardFiles(system, received)
    throw error
  })
  const kept = await keepUploads(system, request, received)
  return {
    values: decodeForm([...fields.map(keptUnderItsField), ...kept]),
    refusal: together(refusals),
    uploadIds: kept.map(([, id]) => id),
  }
}

/** The first file of a body, taken into the store; undefined if there is none. @throws Refusal as `readForm` gives */
export async function readFile(
  system: System,
  request: FastifyRequest,
  act: string,
): Promise<Omit<ReceivedFile, 'field'> | undefined> {
  let received: Omit<ReceivedFile, 'field'> | undefined
  for await (const part of partsOf(system, request)) {
    if (part.type === 'field') continue
    if (received === undefined) {
      const fileName = part.filename ?? ''
      const incoming = { name: fileName, field: 'file', content: part.file }
      received = { fileName, ...(await receiveUnmarked(system, request, act, incoming)) }
    } else part.file.resume()
  }
  return received
}

const isStop = (error: unknown): boolean => error instanceof Refusal && error.code === 'secret_mark_stopped'

/**
 * Takes a file that bears no mark of secrecy, in its name or its text, and no virus.
 * @throws Refusal `secret_mark_stopped` and VirusFound, both recorded
 */
async function receiveUnmarked(
  system: System,
  request: FastifyRequest,
  act: string,
  incoming: { readonly name: string; readonly field: string; readonly content: Readable },
): Promise<StoredBlob & Judged> {
  const field = /^[A-Za-z_]\w{0,59}(?:\[\])?$/.test(incoming.field) ? incoming.field : undefined
  if (nameBearsSecretMark(incoming.name)) {
    incoming.content.resume()
    await recordStop(system, circumstancesOf(request), { act, field, kind: 'file_name' })
    throw stoppedRefusal()
  }
  try {
    return await receivePart(system, incoming.content)
  } catch (error) {
    if (isStop(error)) await recordStop(system, circumstancesOf(request), { act, field, kind: 'file' })
    if (error instanceof VirusFound)
      await recordVirus(system, circumstancesOf(request), { act, field }, error)
    throw error
  }
}

/** The parts as they arrive. @throws Refusal `form_malformed` where they end too soon */
async function* partsOf(system: System, request: FastifyRequest) {
  const limits = { fileSize: system.config.uploadLimitBytes + 1, files: maxFiles }
  try {
    yield* request.parts({ limits })
  } catch (error) {
    throw refusalOf(error) ?? new Refusal('form_malformed', {}, { status: 400 })
  }
}

/** @throws Refusal `form_too_large` rather than silently truncate a long text */
function fieldText(part: {
  readonly value: unknown
  readonly valueTruncated: boolean
  readonly fieldnameTruncated: boolean
}): string {
  if (part.valueTruncated || part.fieldnameTruncated) throw new Refusal('form_too_large', {}, { status: 413 })
  if (typeof part.value !== 'string') throw new Refusal('form_malformed', {}, { status: 400 })
  return part.value
}

/**
 * Takes a file that may be refused halfway: what is left of it is read past, so that the parts after it arrive.
 * @throws Refusal `form_malformed` where the body ends within the file, and what `receiveFile` refuses
 */
async function receivePart(system: System, file: Readable): Promise<StoredBlob & Judged> {
  const cutOff = () => new Refusal('form_malformed', {}, { status: 400 })
  // It may have ended badly before anybody came to read it; piping it would then wait for ever.
  if (file.destroyed) throw cutOff()
  const through = new PassThrough()
  // // The reader gets the error; without its own listener an early error would end the process.
  through.on('error', () => undefined)
  file.once('close', () => {
    if (!file.readableEnded) through.destroy(cutOff())
  })
  file.pipe(through)
  try {
    return await receiveFile(system, through, system.config.uploadLimitBytes)
  } catch (error) {
    throw file.destroyed && !file.readableEnded ? cutOff() : error
  } finally {
    file.unpipe(through)
    file.resume()
  }
}

function ofField(refusal: Refusal, name: string): Refusal {
  const field = name.replace(/\[\]$/, '')
  const reasons = refusal.reasons.map((reason): Reason => ({ ...reason, field }))
  return new Refusal(refusal.code, refusal.params, { status: refusal.status, reasons })
}

function together(refusals: readonly Refusal[]): Refusal | null {
  const [first] = refusals
  if (first === undefined) return null
  const reasons = refusals.flatMap((refusal) => refusal.reasons)
  return new Refusal(first.code, first.params, { status: first.status, reasons })
}

/** A file that came with an earlier, wrong sending of the form comes back as a ticked box named `<field>Kept[]`. */
function keptUnderItsField([name, value]: [string, string]): [string, string] {
  return name.endsWith('Kept[]') ? [`${name.slice(0, -'Kept[]'.length)}[]`, value] : [name, value]
}

async function keepUploads(
  system: System,
  request: FastifyRequest,
  received: readonly ReceivedFile[],
): Promise<[string, string][]> {
  if (received.length === 0) return []
  return inTransaction(system, circumstancesOf(request), 'write', async (c) => {
    requireActor(c)
    const fields: [string, string][] = []
    for (const file of received)
      fields.push([file.field.endsWith('[]') ? file.field : `${file.field}[]`, await recordUpload(c, file)])
    return fields
  })
}

/** The files that a form already carries, so that it can show them again. Only the actor's own are found. */
export async function uploadsIn(c: Context, values: FormValues): Promise<FormUpload[]> {
  const carried = Object.entries(values).flatMap(([field, value]) =>
    textsOf(value)
      .filter(isId)
      .map((id) => ({ field, id })),
  )
  if (carried.length === 0) return []
  const rows = await c.db
    .selectFrom('upload')
    .innerJoin('blob', 'blob.sha256', 'upload.sha256')
    .select(['upload.id', 'upload.file_name', 'blob.size_bytes'])
    .where('upload.uploaded_by', '=', c.actor.accountId)
    .where(
      'upload.id',
      'in',
      carried.slice(0, 200).map((one) => one.id),
    )
    .execute()
  return carried.flatMap(({ field, id }) => {
    const row = rows.find((one) => one.id === id)
    return row === undefined ? [] : [{ field, id, fileName: row.file_name, sizeBytes: row.size_bytes }]
  })
}

function textsOf(value: FormValue): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/**
 * Adding or removing a row works without scripts: the button sends `rowsAct` = `add:targets` or `remove:targets:1`, and the
 * form comes back with one row more or less, everything else as it was typed. `say:tickAll` brings it back with that word
 * among its values, for the page to do what it means.
 */
export function changeRows(values: FormValues, wish: string): FormValues {
  const [verb, group, at] = wish.split(':')
  if (group === undefined || !/^[A-Za-z]+$/.test(group) || Object.hasOwn(Object.prototype, group))
    throw new Refusal('form_malformed', {}, { status: 400 })
  if (verb === 'say') return { ...values, [group]: 'yes' }
  const present = values[group]
  const rows: readonly FormValue[] = Array.isArray(present) ? present : []
  if (verb === 'add') return { ...values, [group]: [...rows, {}] }
  return { ...values, [group]: rows.filter((_, index) => String(index) !== at) }
}
