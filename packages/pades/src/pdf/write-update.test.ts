import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { bytesSource } from '../source.ts'
import { buildPdf, bytesOf, latin1, pagesOf, streamText } from '../testing/build-pdf.ts'
import { readWhole } from '../testing/exercise-pdf.ts'
import { openPdf, type PdfFile } from './document.ts'
import { PdfDict, PdfName, PdfPlaceholder, PdfRef, PdfStream, PdfString } from './objects.ts'
import { pageAt } from './pages.ts'
import { type UpdateOptions, writeUpdate } from './write-update.ts'

const qpdf = findJudge('qpdf')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** qpdf must have nothing to complain of. */
function check(bytes: Uint8Array): void {
  if (qpdf === undefined) return
  const path = join(folder, 'file.pdf')
  writeFileSync(path, bytes)
  expect(execFileSync(qpdf, ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream')
}

const open = (bytes: Uint8Array) => openPdf(bytesSource(bytes))

/** The file with an update as a signer makes it: what it returns is checked by reading it again. */
function updated(bytes: Uint8Array, options: UpdateOptions = {}): PdfFile {
  const file = open(bytes)
  const page = pageAt(file, 0)
  const number = file.nextNumber
  if (page === null) throw new Error('no page')
  const update = writeUpdate(
    file,
    [
      {
        number,
        value: PdfDict.of({
          ByteRange: new PdfPlaceholder('byteRange', 'text', 40),
          Contents: new PdfPlaceholder('contents', 'hex', 100),
        }),
      },
      { number: page.ref.number, value: page.dict.with({ Rotate: 90 }) },
      { number: number + 1, value: PdfStream.of(PdfDict.of({ A: -1.5 }), new Uint8Array(10)) },
      { number: number + 5, value: new PdfString(Uint8Array.of(40, 41, 92, 13), true) },
    ],
    options,
  )
  const whole = Buffer.concat([bytes, update.appended])
  // Where the header is not first and offsets count from the first byte all the same, qpdf sets about mending the file.
  if (file.shift > 0 || bytes[0] === 0x25) check(whole)
  const after = readWhole(bytesSource(whole))
  expect(after.revisions).toHaveLength(file.revisions.length + 1)
  expect(after.revisions.at(-2)).toMatchObject({ number: file.latest.number, eof: file.latest.eof })
  expect(after.notes).toEqual(file.notes)
  expect(pageAt(after, 0)?.dict.get('Rotate')).toBe(90)
  for (const [object, offset] of update.offsets) expect(after.getObject(object)?.start).toBe(offset)
  const contents = update.placeholders.get('contents')
  expect(latin1(whole.subarray(contents?.start, contents?.end))).toBe(`<${'0'.repeat(200)}>`)
  const byteRange = update.placeholders.get('byteRange')
  expect(latin1(whole.subarray(byteRange?.start, byteRange?.end))).toBe(`[${' '.repeat(40)}]`)
  const signature = after.getObject(number)?.value
  const string = signature instanceof PdfDict ? signature.get('Contents') : null
  expect(string).toMatchObject({ ...contents, hex: true, bytes: new Uint8Array(100) })
  return after
}

const wholeOf = ({ source }: PdfFile) => source.read(0, source.sizeBytes)

for (const kind of ['table', 'stream', 'hybrid'] as const)
  test(`appends to a ${kind} file, time and again, what it and others can read`, () => {
    let file = open(buildPdf(pagesOf(2), { kind, inStream: kind === 'table' ? [] : [2, 3] }))
    check(wholeOf(file))
    for (let round = 0; round < 3; round++) {
      file = updated(wholeOf(file))
      expect(file.latest.sections[0]?.kind).toBe(kind === 'stream' ? 'stream' : 'table')
      expect(file.latest.trailer.get('XRefStm')).toBeNull()
    }
  })

test.skipIf(qpdf === undefined).each([
  [['--linearize', '--object-streams=disable'], 'table', 2],
  [['--linearize', '--object-streams=generate'], 'stream', 2],
  [['--object-streams=generate'], 'stream', 1],
  [['--object-streams=generate', '--compress-streams=n'], 'stream', 1],
  [['--object-streams=disable'], 'table', 1],
  [['--qdf'], 'table', 1],
])('appends to what qpdf makes with %j', (options, kind, sections) => {
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  writeFileSync(from, buildPdf({ ...pagesOf(9), 20: streamText('', 'q Q '.repeat(99)) }))
  execFileSync(qpdf ?? '', [...options, from, to])
  const made = readWhole(bytesSource(readFileSync(to)))
  expect(made.notes).toEqual([])
  expect(made.revisions.map((revision) => revision.sections.length)).toEqual([sections])
  expect(made.latest.end).toBe(made.source.sizeBytes)
  const twice = updated(wholeOf(updated(wholeOf(made))))
  expect(twice.latest.sections.map((section) => section.kind)).toEqual([kind])
})

test('begins on a line of its own', () => {
  const bytes = bytesOf(latin1(buildPdf(pagesOf(1))).trimEnd())
  const file = updated(bytes)
  expect(latin1(wholeOf(file)).slice(bytes.length - 5)).toMatch(/^%%EOF\n\d+ 0 obj/)
})

test.each(['', 'junk\n'])('counts offsets as the file does that has %j before its header', (before) => {
  const inner = buildPdf(pagesOf(1))
  const file = updated(bytesOf(before + latin1(inner)))
  expect(file.shift).toBe(before.length)
  updated(buildPdf(pagesOf(1), { before }))
})

test('keeps the first part of the identifier and renews the second', () => {
  const [first, second] = ['00112233445566778899aabbccddeeff', 'ffeeddccbbaa99887766554433221100']
  const bytes = buildPdf(pagesOf(1), { trailer: `/Info 9 0 R/Own(x)/ID[<${first}><${second}>]` })
  const partsOf = (file: PdfFile) => {
    const id = file.trailer().get('ID')
    return Array.isArray(id) ? id.map((part: PdfString) => Buffer.from(part.bytes).toString('hex')) : []
  }
  const once = updated(bytes)
  expect(partsOf(once)[0]).toBe(first)
  expect(partsOf(once)[1]).toMatch(/^[0-9a-f]{32}$/)
  expect(partsOf(once)[1]).not.toBe(second)
  expect(partsOf(updated(bytes))).toEqual(partsOf(once))
  expect(partsOf(updated(wholeOf(once)))[1]).not.toBe(partsOf(once)[1])
  expect(partsOf(updated(bytes, { id: new Uint8Array(16) }))[1]).toBe('0'.repeat(32))
  expect(once.trailer().get('Info')).toEqual(new PdfRef(9))
  expect(once.trailer().get('Own')).toEqual(
    new PdfString(bytesOf('x'), false, expect.any(Number), expect.any(Number)),
  )
})

test('names another catalogue and other information where it is told to', () => {
  const bytes = buildPdf(pagesOf(1))
  const file = open(bytes)
  const catalogue = file.catalog().with({ Lang: new PdfString(bytesOf('vi')) })
  const objects = [
    { number: 10, value: catalogue },
    { number: 11, value: PdfDict.of({ Title: new PdfString(bytesOf('x')) }) },
  ]
  const { appended } = writeUpdate(file, objects, { root: new PdfRef(10), info: new PdfRef(11) })
  const after = readWhole(bytesSource(Buffer.concat([bytes, appended])))
  expect(after.catalog().get('Lang')).not.toBeNull()
  expect(after.catalog(0).get('Lang')).toBeNull()
  expect(after.info()?.get('Title')).not.toBeNull()
  expect(after.info(0)).toBeNull()
})

test('hands on nothing that belongs to the section before', () => {
  const file = updated(buildPdf(pagesOf(1), { kind: 'stream' }))
  const { entries } = file.trailer()
  expect([...entries.keys()].sort()).toEqual(['ID', 'Index', 'Length', 'Prev', 'Root', 'Size', 'Type', 'W'])
  expect(file.trailer().get('Type')).toEqual(new PdfName('XRef'))
})

test('writes no object twice and nothing after foreign bytes', () => {
  const bytes = buildPdf(pagesOf(1))
  const twice = [1, 2].map((value) => ({ number: 9, value }))
  expect(() => writeUpdate(open(bytes), twice)).toThrow(RangeError)
  expect(() => writeUpdate(open(bytesOf(`${latin1(bytes)}more`)), [])).toThrow('bytes_after_end')
})

test('knows which revision a signature over the first bytes covers', () => {
  const bytes = buildPdf(pagesOf(1))
  const file = updated(bytes)
  const ends = [-2, -1, 0, 1].map((by) => file.revisionEndingAt(bytes.length + by)?.number ?? null)
  expect(ends).toEqual([null, 0, 0, null])
  expect(file.revisionEndingAt(file.source.sizeBytes)?.number).toBe(1)
  expect(file.revisionEndingAt(file.source.sizeBytes + 1)).toBeNull()
})
