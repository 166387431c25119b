import { readForm } from '../form/fields.ts'
import { openPdf } from '../pdf/document.ts'
import type { TimestampSource } from '../services/timestamp-source.ts'
import type { ByteSource } from '../source.ts'
import { freeName } from './field-choice.ts'
import { signatureObjects } from './signature-objects.ts'
import { digestOfUnfinished, fill, notEnoughRoom, writeUnfinished } from './unfinished.ts'

const mostAttempts = 3

/**
 * Puts a document time-stamp over all of a file (EN 319 142-1, 5.5): a signature of the kind `ETSI.RFC3161` without a
 * signer, in a field of its own that is not seen. It may come after any certification and lock.
 *
 * @returns what is to be put after the file
 * @throws PadesError `service_…`; where the file cannot be read
 */
export async function documentTimestamp(source: ByteSource, timestamp: TimestampSource): Promise<Uint8Array> {
  const file = openPdf(source)
  const form = readForm(file)
  const wish = {
    subFilter: 'ETSI.RFC3161',
    fieldName: freeName(form),
    field: null,
    page: 0,
    look: null,
    at: null,
    declared: {},
    certify: undefined,
    lock: undefined,
  } as const
  let roomBytes = timestamp.tokenBytesAtMost
  for (let attempt = 1; ; attempt++) {
    const unfinished = writeUnfinished(file, signatureObjects(file, form, { ...wish, roomBytes }))
    const token = await timestamp.stamp(digestOfUnfinished(source, unfinished, timestamp.hash))
    if (token.length <= unfinished.roomBytes) {
      fill(unfinished, token)
      return unfinished.appended
    }
    if (attempt === mostAttempts) throw notEnoughRoom(unfinished, token)
    roomBytes = token.length + 256
  }
}
