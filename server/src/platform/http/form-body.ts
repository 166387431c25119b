import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isId } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { receiveFile, recordUpload } from '../uploads.ts'
import { requireActor } from './execute.ts'
import { decodeForm, type FormValue, type FormValues } from './form.ts'
import { circumstancesOf } from './request.ts'
import type { FormUpload } from './route.ts'
import { inTransaction, type System } from './system.ts'

const maxFiles = 20

/**
 * Reads what a form sent. Files go into the store as they arrive and become upload ids under the name of their field, so
 * that they are kept while the rest of the form is mended.
 */
export async function readForm(system: System, request: FastifyRequest): Promise<FormValues> {
  if (!request.isMultipart()) {
    const body = request.body
    return decodeForm(body instanceof URLSearchParams ? body : [])
  }
  const fields: [string, string][] = []
  const received: {
    field: string
    sha256: string
    sizeBytes: number
    mediaType: string
    fileName: string
  }[] = []
  const limitBytes = system.config.uploadLimitBytes
  for await (const part of request.parts({ limits: { fileSize: limitBytes + 1, files: maxFiles } })) {
    if (part.type === 'field') {
      fields.push([part.fieldname, String(part.value)])
    } else if (part.filename === undefined || part.filename === '') {
      part.file.resume()
    } else {
      received.push({
        field: part.fieldname,
        fileName: part.filename,
        ...(await receiveFile(system.blobs, part.file, limitBytes)),
      })
    }
  }
  return decodeForm([...fields.map(keptUnderItsField), ...(await keepUploads(system, request, received))])
}

/** A file that came with an earlier, wrong sending of the form comes back as a ticked box named `<field>Kept[]`. */
function keptUnderItsField([name, value]: [string, string]): [string, string] {
  return name.endsWith('Kept[]') ? [`${name.slice(0, -'Kept[]'.length)}[]`, value] : [name, value]
}

async function keepUploads(
  system: System,
  request: FastifyRequest,
  received: readonly {
    field: string
    sha256: string
    sizeBytes: number
    mediaType: string
    fileName: string
  }[],
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
 * form comes back with one row more or less, everything else as it was typed.
 */
export function changeRows(values: FormValues, wish: string): FormValues {
  const [verb, group, at] = wish.split(':')
  if (group === undefined || !/^[A-Za-z]+$/.test(group) || Object.hasOwn(Object.prototype, group))
    throw new Refusal('form_malformed', {}, { status: 400 })
  const present = values[group]
  const rows: readonly FormValue[] = Array.isArray(present) ? present : []
  if (verb === 'add') return { ...values, [group]: [...rows, {}] }
  return { ...values, [group]: rows.filter((_, index) => String(index) !== at) }
}
