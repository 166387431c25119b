import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../../scripts/judges.mjs'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { document } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf } from '../../testing/build-pdf.ts'
import { mutoolScript } from '../../testing/fillers/mutool-script.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })
const signed = (await sign(buildPdf(document), { signer, at: testNow })).bytes()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-diff-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function changesBy(bytes: Uint8Array): readonly string[] {
  const changes = changesAfter(openPdf(bytesSource(bytes)), { revision: 1, certification: null, locks: [] })
  return changes.map(({ kind, allowed, field }) => [allowed ? '+' : '-', kind, field ?? ''].join(' ').trim())
}

function throughFiles(run: (from: string, to: string) => void): Uint8Array {
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  writeFileSync(from, signed)
  run(from, to)
  return readFileSync(to)
}

const filledIn = ['+ form_value HoTen', '+ form_value DongY', '+ form_value Xa']

describe('what other programs do to a signed file', () => {
  const mutool = findJudge('mutool')
  const byMutool = (kind: string) =>
    changesBy(
      throughFiles((from, to) => {
        const script = join(folder, 'script.js')
        writeFileSync(script, mutoolScript)
        execFileSync(mutool ?? '', ['run', script, from, to, kind])
      }),
    )

  test.skipIf(mutool === undefined)('MuPDF fills the form in', () => {
    expect(byMutool('fill').toSorted()).toEqual(filledIn.toSorted())
  })

  test.skipIf(mutool === undefined).each([
    ['Text', ['+ annotation', '+ annotation']],
    ['Highlight', ['+ annotation']],
    ['Underline', ['+ annotation']],
    ['Squiggly', ['+ annotation']],
    ['StrikeOut', ['- annotation']],
    ['FreeText', ['- annotation']],
    ['Square', ['- annotation']],
  ])('MuPDF puts a %s on the page', (kind, expected) => expect(byMutool(kind)).toEqual(expected))

  test('LibPDF fills the form in', async () => {
    const pdf = await PDF.load(signed)
    pdf.getForm()?.fill({ HoTen: 'Nguyen Van Binh', DongY: true, Xa: 'B' })
    expect(changesBy(await pdf.save({ incremental: true }))).toEqual(filledIn)
  })

  test('LibPDF gives it another title', async () => {
    const pdf = await PDF.load(signed)
    pdf.setTitle('Khac')
    expect(changesBy(await pdf.save({ incremental: true }))).toContain('- metadata')
  })

  const jars = ['pdfbox2', 'fontbox2', 'commons-logging'].map((jar) => `/usr/share/java/${jar}.jar`)
  const java = findJudge('java')
  const hasPdfBox = java !== undefined && jars.every((jar) => existsSync(jar))

  test.skipIf(!hasPdfBox)('PDFBox fills the form in', () => {
    const source = join(import.meta.dirname, '../../testing/fillers/FillIn.java')
    const bytes = throughFiles((from, to) => {
      const quiet = { stdio: 'ignore' } as const
      execFileSync(java ?? '', ['-cp', jars.join(':'), source, from, to, 'Nguyen Van Binh'], quiet)
    })
    expect(changesBy(bytes)).toEqual(['+ form_value', ...filledIn])
  })
})
