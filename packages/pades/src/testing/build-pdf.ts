import { deflateSync } from 'node:zlib'

/** Objects by their numbers, each as a PDF writes it between `obj` and `endobj`; one character is one byte. */
export type ObjectTexts = Readonly<Record<number, string>>

export interface BuildOptions {
  /** The cross-reference: a table, a stream, or a table with a stream for what is in the object stream. */
  readonly kind?: 'table' | 'stream' | 'hybrid'
  /** The numbers of the objects to put into an object stream. */
  readonly inStream?: readonly number[]
  /** Whether the object stream is left as it is, so that it can be changed. */
  readonly isPlain?: boolean
  /** More of the trailer. */
  readonly trailer?: string
  /** What stands before the header. */
  readonly before?: string
  readonly version?: string
  /** The line end after an entry of a table. */
  readonly entryEnd?: string
  /** Objects to free. */
  readonly freed?: readonly number[]
}

/** The text of a stream object. */
export function streamText(dict: string, data: string | Uint8Array): string {
  const text = typeof data === 'string' ? data : latin1(data)
  return `<<${dict}/Length ${text.length}>>\nstream\n${text}\nendstream`
}

/** The bytes of a text of which each character is one. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** The text of which each character is one of the bytes. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** A PDF built by hand, without the code that it tests. The catalogue is object 1. */
export function buildPdf(objects: ObjectTexts, options: BuildOptions = {}): Uint8Array {
  const head = `${options.before ?? ''}%PDF-${options.version ?? '1.7'}\n%\xe2\xe3\xcf\xd3\n`
  return bytesOf(head + revisionText(head.length, objects, options, 1, null))
}

/** The file with one more revision. */
export function appendRevision(
  file: Uint8Array,
  objects: ObjectTexts,
  options: BuildOptions = {},
): Uint8Array {
  const text = latin1(file)
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])))
  return bytesOf(text + revisionText(text.length, objects, options, size, Number(last?.[1])))
}

function revisionText(
  start: number,
  objects: ObjectTexts,
  options: BuildOptions,
  leastSize: number,
  previous: number | null,
): string {
  const { kind = 'table', inStream = [], freed = [], entryEnd = ' \n' } = options
  const numbers = Object.keys(objects).map(Number)
  const entries = new Map<number, [number, number, number]>()
  if (previous === null) entries.set(0, [0, 0, 65535])
  for (const number of freed) entries.set(number, [0, 0, 1])
  let text = ''
  for (const number of numbers.filter((number) => !inStream.includes(number))) {
    entries.set(number, [1, start + text.length, 0])
    text += `${number} 0 obj\n${objects[number]}\nendobj\n`
  }
  let size = Math.max(leastSize, ...numbers.map((number) => number + 1))
  const inTable = new Map(entries)
  if (inStream.length > 0) {
    const container = size++
    for (const [index, number] of inStream.entries()) entries.set(number, [2, container, index])
    entries.set(container, [1, start + text.length, 0])
    if (kind === 'hybrid') inTable.set(container, [1, start + text.length, 0])
    text += `${container} 0 obj\n${objectStreamText(objects, inStream, options.isPlain === true)}\nendobj\n`
  }
  const streamNumber = kind === 'table' ? null : size++
  const trailer = `/Root 1 0 R/Size ${size}${previous === null ? '' : `/Prev ${previous}`}${options.trailer ?? ''}`
  const streamAt = start + text.length
  if (streamNumber !== null) {
    const own = new Map(entries).set(streamNumber, [1, streamAt, 0])
    text += `${streamNumber} 0 obj\n${xrefStreamText(own, trailer)}\nendobj\n`
  }
  const at = kind === 'stream' ? streamAt : start + text.length
  if (kind !== 'stream') {
    const extra = kind === 'hybrid' ? `/XRefStm ${streamAt}` : ''
    text += `xref\n${tableText(inTable, entryEnd)}trailer\n<<${trailer}${extra}>>\n`
  }
  return `${text}startxref\n${at}\n%%EOF\n`
}

function objectStreamText(objects: ObjectTexts, numbers: readonly number[], isPlain: boolean): string {
  let data = ''
  let pairs = ''
  for (const number of numbers) {
    pairs += `${number} ${data.length} `
    data += `${objects[number]} `
  }
  const dict = `/Type/ObjStm/N ${numbers.length}/First ${pairs.length}`
  return isPlain
    ? streamText(dict, pairs + data)
    : streamText(`${dict}/Filter/FlateDecode`, deflateSync(bytesOf(pairs + data)))
}

type Entries = ReadonlyMap<number, readonly [number, number, number]>

/** The numbers in runs that follow on one another. */
function runsOf(entries: Entries): number[][] {
  const runs: number[][] = []
  for (const number of [...entries.keys()].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs
}

function xrefStreamText(entries: Entries, trailer: string): string {
  const runs = runsOf(entries)
  const rows = runs.flat().map((number) => {
    const [type, where, extra] = entries.get(number) ?? [0, 0, 0]
    return [type, (where >> 16) & 255, (where >> 8) & 255, where & 255, extra >> 8, extra & 255]
  })
  const index = runs.map((run) => `${run[0]} ${run.length}`).join(' ')
  const packed = deflateSync(Uint8Array.from(rows.flat()))
  return streamText(`/Type/XRef/W[1 3 2]/Index[${index}]/Filter/FlateDecode${trailer}`, packed)
}

function tableText(entries: Entries, entryEnd: string): string {
  let text = ''
  for (const run of runsOf(entries)) {
    text += `${run[0]} ${run.length}\n`
    for (const number of run) {
      const [type, where, extra] = entries.get(number) ?? [0, 0, 0]
      text += `${String(where).padStart(10, '0')} ${String(extra).padStart(5, '0')} ${type === 0 ? 'f' : 'n'}${entryEnd}`
    }
  }
  return text
}

/** The objects of a document of `count` empty pages: 1 is its catalogue, 2 its page tree, 3 the first page. */
export function pagesOf(count: number): Record<number, string> {
  const objects: Record<number, string> = {}
  const kids = Array.from({ length: count }, (_, index) => `${3 + index} 0 R`)
  objects[1] = '<</Type/Catalog/Pages 2 0 R>>'
  objects[2] = `<</Type/Pages/Count ${count}/Kids[${kids.join(' ')}]/MediaBox[0 0 595 842]>>`
  for (let index = 0; index < count; index++) objects[3 + index] = '<</Type/Page/Parent 2 0 R/Resources<<>>>>'
  return objects
}
