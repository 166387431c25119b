import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { bytesSource } from '../source.ts'
import { buildPdf, latin1, pagesOf } from '../testing/build-pdf.ts'
import { openPdf } from './document.ts'
import { PdfDict, PdfName, PdfPlaceholder, PdfRef, PdfStream, PdfString } from './objects.ts'
import { writeUpdate } from './write-update.ts'

const qpdf = findJudge('qpdf')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What qpdf says of a file; it fails where it has to complain. */
function check(bytes: Uint8Array): void {
  if (qpdf === undefined) return
  const path = join(folder, 'file.pdf')
  writeFileSync(path, bytes)
  expect(execFileSync(qpdf, ['--check', path], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  )
}

for (const kind of ['table', 'stream', 'hybrid'] as const)
  test(`appends to a ${kind} file what it and others can read`, () => {
    const built = buildPdf(pagesOf(2), { kind, inStream: kind === 'table' ? [] : [2, 3] })
    check(built)
    let bytes = built
    for (let round = 1; round <= 3; round++) {
      const file = openPdf(bytesSource(bytes))
      const number = file.nextNumber
      const { appended, offsets, placeholders } = writeUpdate(file, [
        {
          number: 3,
          value: PdfDict.of({ Type: new PdfName('Page'), Parent: new PdfRef(2), Rotate: 90 * round }),
        },
        {
          number,
          value: PdfDict.of({
            Contents: new PdfPlaceholder('contents', 'hex', 100),
            ByteRange: new PdfPlaceholder('byteRange', 'text', 40),
          }),
        },
        { number: number + 1, value: PdfStream.of(PdfDict.of({ A: -1.5 }), new Uint8Array(10)) },
        { number: number + 5, value: new PdfString(new Uint8Array([40, 41, 92, 13])) },
      ])
      bytes = Buffer.concat([bytes, appended])
      check(bytes)
      const after = openPdf(bytesSource(bytes))
      expect(after.notes).toEqual([])
      expect(after.revisions).toHaveLength(round + 1)
      expect(after.latest.sections[0]?.kind).toBe(kind === 'stream' ? 'stream' : 'table')
      const page = after.getObject(3)?.value ?? null
      expect(page instanceof PdfDict && page.get('Rotate')).toBe(90 * round)
      expect(after.getObject(number)?.start).toBe(offsets.get(number))
      const { start = 0, end = 0 } = placeholders.get('contents') ?? {}
      expect(latin1(bytes.subarray(start, end))).toBe(`<${'0'.repeat(200)}>`)
    }
  })
