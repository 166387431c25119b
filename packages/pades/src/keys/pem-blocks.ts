import { asBuffer } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { maxFileBytes, tooMuch } from './p12-limits.ts'

/** One block of RFC 7468. */
export interface PemBlock {
  readonly label: string
  /** With its lines of beginning and end. */
  readonly text: string
  /** @throws PadesError `key_malformed` */
  der(): Uint8Array
}

const maxBlocks = 256
const begin = '-----BEGIN '
const dashes = '-----'

/** The PEM blocks of a text, or of bytes that are one; none in DER. @throws PadesError `key_malformed` */
export function readPem(source: string | Uint8Array): readonly PemBlock[] {
  if (source.length > maxFileBytes) tooMuch('octets', maxFileBytes)
  const text = typeof source === 'string' ? source : asBuffer(source).toString('latin1')
  const blocks: PemBlock[] = []
  let at = text.indexOf(begin)
  while (at >= 0) {
    if (blocks.length >= maxBlocks) tooMuch('blocks', maxBlocks)
    const labelEnd = text.indexOf(dashes, at + begin.length)
    const label = text.slice(at + begin.length, labelEnd)
    const last = `-----END ${label}-----`
    const end = labelEnd < 0 ? -1 : text.indexOf(last, labelEnd)
    if (end < 0) throw new PadesError('key_malformed', 'a block of PEM breaks off')
    blocks.push(block(label, text.slice(at, end + last.length), text.slice(labelEnd + dashes.length, end)))
    at = text.indexOf(begin, end)
  }
  return blocks
}

function block(label: string, text: string, content: string): PemBlock {
  return { label, text, der: () => decode(content) }
}

function decode(content: string): Uint8Array {
  const letters = content.replaceAll(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(letters))
    throw new PadesError('key_malformed', 'a block of PEM is not base64')
  return Buffer.from(letters, 'base64')
}
