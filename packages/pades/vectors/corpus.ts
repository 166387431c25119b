import { PDF } from '@libpdf/core'
import type { Desk } from '../matrix/desk.ts'
import { buildPdf, pagesOf, streamText } from '../src/testing/build-pdf.ts'

/** An unsigned file of some program's. */
export interface CorpusFile {
  readonly name: string
  readonly madeBy: string
  make(desk: Desk): Uint8Array | Promise<Uint8Array>
}

const postscript =
  '%!PS\n/Times-Roman findfont 20 scalefont setfont 72 720 moveto (Quyet dinh) show showpage\n'
const mupdfPage = '%%MediaBox 0 0 595 842\n%%Font Tm Times-Roman\nBT /Tm 20 Tf 72 720 Td (Quyet dinh) Tj ET\n'
const html = '<title>Quyết định</title><h1>Quyết định số 01/QĐ-UBND</h1><p>Điều 1.</p>'
const words = { ...pagesOf(2), 20: streamText('', 'BT /F1 12 Tf (Quyet dinh) Tj ET') }

export const corpus: readonly CorpusFile[] = [
  { name: 'hand-hybrid', madeBy: 'by hand', make: () => buildPdf(words, { kind: 'hybrid', inStream: [2] }) },
  { name: 'hand-form', madeBy: 'by hand', make: () => buildPdf({ ...words, ...form }) },
  { name: 'libpdf', madeBy: 'LibPDF 0.4.2', make: byLibPdf },
  { name: 'ghostscript', madeBy: 'Ghostscript 10.05', make: byGhostscript },
  { name: 'mupdf', madeBy: 'MuPDF 1.25 `mutool create`', make: byMupdf },
  {
    name: 'cairo',
    madeBy: 'cairo through `pdftocairo`',
    make: (desk) =>
      changed(desk, byGhostscript(desk), (from, to) => desk.must('pdftocairo', ['-pdf', from, to])),
  },
  {
    name: 'qpdf-linearised',
    madeBy: 'qpdf 12 `--linearize`',
    make: (desk) => changed(desk, byMupdf(desk), (from, to) => desk.must('qpdf', ['--linearize', from, to])),
  },
  {
    name: 'qpdf-object-streams',
    madeBy: 'qpdf 12 `--object-streams=generate --force-version=2.0`',
    make: (desk) =>
      changed(desk, byGhostscript(desk), (from, to) =>
        desk.must('qpdf', ['--object-streams=generate', '--force-version=2.0', from, to]),
      ),
  },
  { name: 'libreoffice', madeBy: 'LibreOffice 25.2', make: (desk) => byLibreOffice(desk, {}) },
  {
    name: 'libreoffice-pdfa2',
    madeBy: 'LibreOffice 25.2, PDF/A-2b with tags',
    make: (desk) =>
      byLibreOffice(desk, {
        SelectPdfVersion: { type: 'long', value: '2' },
        UseTaggedPDF: { type: 'boolean', value: 'true' },
      }),
  },
  { name: 'chromium', madeBy: 'Chromium’s printing to PDF (Skia)', make: byChromium },
]

const form = {
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[30 0 R 31 0 R]/DA(/Helv 0 Tf)>>>>',
  3: '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[30 0 R 31 0 R]>>',
  30: '<</Type/Annot/Subtype/Widget/FT/Tx/T(Ten)/V(An)/Rect[50 700 250 720]/F 4/P 3 0 R/DA(/Helv 12 Tf)>>',
  31: '<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig)/Rect[50 600 250 680]/F 132/P 3 0 R>>',
}

async function byLibPdf(): Promise<Uint8Array> {
  const document = PDF.create()
  document.addPage().drawText('Quyet dinh', { x: 72, y: 720, size: 20 })
  return document.save()
}

function changed(desk: Desk, pdf: Uint8Array, run: (from: string, to: string) => void): Uint8Array {
  run(desk.write('from.pdf', pdf), desk.path('to.pdf'))
  return desk.read('to.pdf')
}

function byGhostscript(desk: Desk): Uint8Array {
  const page = desk.write('page.ps', postscript)
  desk.must('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=ghostscript.pdf', page])
  return desk.read('ghostscript.pdf')
}

function byMupdf(desk: Desk): Uint8Array {
  desk.must('mutool', ['create', '-o', 'mupdf.pdf', desk.write('page.txt', mupdfPage)])
  return desk.read('mupdf.pdf')
}

function byLibreOffice(desk: Desk, options: object): Uint8Array {
  desk.write('decision.txt', 'Quyết định số 01/QĐ-UBND\n')
  const profile = `-env:UserInstallation=file://${desk.path('libreoffice')}`
  const filter = `pdf:writer_pdf_Export:${JSON.stringify(options)}`
  desk.must('soffice', [profile, '--headless', '--convert-to', filter, 'decision.txt'])
  return desk.read('decision.pdf')
}

function byChromium(desk: Desk): Uint8Array {
  const page = desk.write('page.html', html)
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-pdf-header-footer']
  desk.must('chromium-headless-shell', [...quiet, '--print-to-pdf=chromium.pdf', `file://${page}`])
  return desk.read('chromium.pdf')
}
