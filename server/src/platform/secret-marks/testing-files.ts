import { strToU8, zipSync } from 'fflate'

const wordType =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const sheetType =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'

const packed = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

/** A DOCX of the smallest kind, whose body is this XML, and any other parts. */
export const docxOf = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  packed({
    '[Content_Types].xml': wordType,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...parts,
  })

export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => (run.startsWith('<') ? run : `<w:r><w:t>${run}</w:t></w:r>`)).join('')}</w:p>`

/** An XLSX of the smallest kind: rows of texts, shared as Excel does. */
export function xlsxOf(
  rows: readonly (readonly string[])[],
  parts: Readonly<Record<string, string>> = {},
): Buffer {
  const texts = rows.flat()
  const column = (at: number) => String.fromCharCode(65 + at)
  let next = 0
  const sheet = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((_, at) => `<c r="${column(at)}${index + 1}" t="s"><v>${next++}</v></c>`).join('')}</row>`,
  )
  return packed({
    '[Content_Types].xml': sheetType,
    '_rels/.rels': '<Relationships/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="So lieu"/></sheets></workbook>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ...parts,
  })
}

/** A PDF whose pages show these lines; letters outside Latin are named by a map, as office programs do. */
export function pdfOf(pages: readonly (readonly string[])[]): Buffer {
  const letters = [...new Set(pages.flat(2).join(''))]
  const codeOf = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')
  const map = letters
    .map((letter) => `<${codeOf(letter)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`)
    .join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar\n${map}\nendbfchar endcmap end end`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Viet/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Viet/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>',
    `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`,
    ...pages.flatMap((lines, at) => {
      const shown = lines
        .map((line, row) => `1 0 0 1 72 ${760 - row * 20} Tm <${[...line].map(codeOf).join('')}> Tj`)
        .join('\n')
      const content = lines.length === 0 ? '' : `BT /F 12 Tf\n${shown}\nET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}`
  file += `trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
