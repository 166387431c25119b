/** The objects of PDF (ISO 32000-1, 7.3) as far as a check of a file needs them. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfObject[]

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PdfString {
  /** One letter a byte. */
  readonly bytes: string
  constructor(bytes: string) {
    this.bytes = bytes
  }
}

export class PdfRef {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

export type PdfDict = ReadonlyMap<string, PdfObject>

export class PdfStream {
  readonly dict: PdfDict
  /** As they stand in the file, filters not undone. */
  readonly raw: Uint8Array
  constructor(dict: PdfDict, raw: Uint8Array) {
    this.dict = dict
    this.raw = raw
  }
}

export const isDict = (object: PdfObject | undefined): object is PdfDict => object instanceof Map

export const nameOf = (object: PdfObject | undefined): string | null =>
  object instanceof PdfName ? object.name : null

/** What is not a PDF that can be read. */
export class Unreadable extends Error {}
