import { PadesError } from '../errors.ts'

/** How much of a file is looked at before it is refused with `pdf_limit`. */
export interface PdfLimits {
  /** Object numbers, as `/Size` counts them (ISO 32000-1, annex C: 8 388 607 indirect objects). */
  readonly objects: number
  /** Arrays and dictionaries within one another. */
  readonly nesting: number
  readonly revisions: number
  /** Of one object without its stream's data; so also of a string. */
  readonly objectBytes: number
  readonly inflatedBytesPerStream: number
  /** Of all streams of a file that are decoded, each counted once. */
  readonly inflatedBytes: number
  readonly filters: number
  readonly pages: number
  readonly pageTreeDepth: number
}

export const defaultLimits: PdfLimits = {
  objects: 8_388_607,
  nesting: 100,
  revisions: 5000,
  objectBytes: 64 << 20,
  inflatedBytesPerStream: 64 << 20,
  inflatedBytes: 512 << 20,
  filters: 8,
  pages: 100_000,
  pageTreeDepth: 64,
}

/** The file breaks a rule so that two readers could see two documents; `what` is stable snake_case. */
export function malformed(what: string, offset: number, object?: number): PadesError {
  const details = object === undefined ? { what, offset } : { what, offset, object }
  const where = object === undefined ? '' : `, object ${object}`
  return new PadesError('pdf_malformed', `PDF: ${what} at ${offset}${where}`, details)
}

/** A bound of `PdfLimits` was met. */
export function limitMet(limit: keyof PdfLimits, most: number, offset: number): PadesError {
  return new PadesError('pdf_limit', `PDF: more than ${most} of ${limit} at ${offset}`, {
    limit,
    most,
    offset,
  })
}

/** What is wrong with a file and harms nobody; one for each kind, with the first place where it was seen. */
export interface PdfNote {
  readonly code: PdfNoteCode
  readonly offset: number
  readonly count: number
}

export type PdfNoteCode =
  /** 7.5.2: bytes before `%PDF-`, at most 1024. */
  | 'header_not_first'
  /** 7.5.4: entries that are not 20 bytes long. */
  | 'xref_entry_width'
  /** 7.5.4: an entry in use at offset 0, read as free. */
  | 'xref_entry_at_zero'
  /** 7.5.4: the offset points to white space before the object or section. */
  | 'offset_before_target'
  /** 7.5.5: `/Prev 0`, read as none. */
  | 'prev_zero'
  /** 7.5.8: more bytes in a cross-reference stream than its entries need. */
  | 'xref_stream_too_long'
  /** 7.3.8.1: `stream` followed by something else than CR LF or LF. */
  | 'stream_line_end'
  /** 7.3.8.1: more than one line end before `endstream`. */
  | 'endstream_line_end'
  /** 7.3.10: no `endobj` before the next object or section. */
  | 'endobj_missing'
  /** 7.3.5: `#` in a name without two hexadecimal digits. */
  | 'name_escape'
  /** 7.3.7: the same key twice with the same value. */
  | 'key_twice'
  /** White space or other bytes after the last `%%EOF`. */
  | 'bytes_after_end'

/** Collects notes; the same kind only once. */
export class Notes {
  readonly #notes = new Map<PdfNoteCode, PdfNote>()

  add(code: PdfNoteCode, offset: number): void {
    const known = this.#notes.get(code)
    this.#notes.set(code, { code, offset: known?.offset ?? offset, count: (known?.count ?? 0) + 1 })
  }

  list(): readonly PdfNote[] {
    return [...this.#notes.values()]
  }
}

/** Entries that any file may have; above that, one for each of its bytes. */
const freeEntries = 200_000

/** How many decoded bytes a file may still cost. */
export class Budget {
  readonly #limits: PdfLimits
  #spent = 0
  #again = 0
  #entries = 0

  constructor(limits: PdfLimits) {
    this.#limits = limits
  }

  /** How many bytes the next stream may have. @throws PadesError `pdf_limit` where nothing is left */
  left(offset: number): number {
    const { inflatedBytes, inflatedBytesPerStream } = this.#limits
    if (this.#spent >= inflatedBytes) throw limitMet('inflatedBytes', inflatedBytes, offset)
    return Math.min(inflatedBytesPerStream, inflatedBytes - this.#spent)
  }

  spend(bytes: number): void {
    this.#spent += bytes
  }

  /** Counts what had to be decoded once more. @throws PadesError `pdf_limit` */
  spendAgain(bytes: number, offset: number): void {
    const { inflatedBytes } = this.#limits
    this.#again += bytes
    if (this.#again > 2 * inflatedBytes) throw limitMet('inflatedBytes', inflatedBytes, offset)
  }

  /** Counts entries of a stream, of which a kilobyte can hold millions. @throws PadesError `pdf_limit` */
  spendEntries(count: number, sizeBytes: number, offset: number): void {
    const most = freeEntries + sizeBytes
    this.#entries += count
    if (this.#entries > most) throw limitMet('objects', most, offset)
  }
}
