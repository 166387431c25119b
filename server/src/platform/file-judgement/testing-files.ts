import { strToU8, zipSync } from 'fflate'

type Parts = Readonly<Record<string, string | Uint8Array>>

const main = 'http://schemas.openxmlformats.org'
/** The namespaces of a document as Word writes it; those of ISO strict next to them. */
export const spaces = {
  word: `${main}/wordprocessingml/2006/main`,
  sheet: `${main}/spreadsheetml/2006/main`,
  drawing: `${main}/drawingml/2006/main`,
  relations: `${main}/officeDocument/2006/relationships`,
  strictWord: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  strictSheet: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  strictRelations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const beside = `xmlns:a="${spaces.drawing}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="${main}/markup-compatibility/2006" xmlns:r="${spaces.relations}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

export const packed = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

/** `[part, content type]` */
export const contentTypes = (overrides: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0"?><Types xmlns="${main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>${Object.entries(
    overrides,
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`

export interface Relation {
  readonly type: string
  readonly target: string
  readonly external?: boolean
}

export const relationships = (all: readonly Relation[], space: string = spaces.relations): string =>
  `<Relationships xmlns="${main}/package/2006/relationships">${all
    .map(
      ({ type, target, external }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${type.includes('/') ? type : `${space}/${type}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

export interface DocxForm {
  /** The prefix of Word's namespace; '' for the default one. */
  readonly prefix?: string
  readonly mainPart?: string
  readonly space?: string
  readonly encode?: (xml: string) => Uint8Array
  readonly relations?: readonly Relation[]
  readonly types?: Readonly<Record<string, string>>
  readonly mainType?: string
}

/** A part of Word: `document`, `hdr`, `comments`, … around a body written with the prefix `w:`. */
export const wordPart = (
  root: string,
  body: string,
  { prefix = 'w', space = spaces.word }: DocxForm = {},
): string => {
  const name = prefix === '' ? '' : `${prefix}:`
  const declared = prefix === '' ? `xmlns="${space}"` : `xmlns:${prefix}="${space}"`
  return `<w:${root}${root === 'document' ? '><w:body>' : '>'}${body}${root === 'document' ? '</w:body></w:' : '</w:'}${root}>`
    .replace(/<(\/?)w:/g, `<$1${name}`)
    .replace(/ w:(\w+=)/g, ` ${prefix === '' ? '' : `${prefix}:`}$1`)
    .replace('>', ` ${declared} ${beside}>`)
}

/** A DOCX of the smallest kind, whose body is this XML, and any other parts. */
export function docxOf(body: string, parts: Parts = {}, form: DocxForm = {}): Buffer {
  const { mainPart = 'word/document.xml', space, encode = strToU8, relations = [], types = {} } = form
  const isStrict = space === spaces.strictWord
  const rels = mainPart.replace(/([^/]*)$/, '_rels/$1.rels')
  return packed({
    '[Content_Types].xml': contentTypes({
      [mainPart]: form.mainType ?? `${wordType}.document.main+xml`,
      ...types,
    }),
    '_rels/.rels': relationships(
      [{ type: 'officeDocument', target: mainPart }],
      isStrict ? spaces.strictRelations : spaces.relations,
    ),
    [rels]: relationships(relations),
    [mainPart]: encode(wordPart('document', body, form)),
    ...parts,
  })
}

export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => (run.startsWith('<') ? run : `<w:r><w:t>${run}</w:t></w:r>`)).join('')}</w:p>`

export interface XlsxForm {
  readonly prefix?: string
  readonly space?: string
  readonly relations?: readonly Relation[]
  readonly types?: Readonly<Record<string, string>>
  /** Behind the rows, in the sheet. */
  readonly behind?: string
  readonly stringsPart?: string
}

/** An XLSX of the smallest kind: rows of texts, shared as Excel does. */
export function xlsxOf(rows: readonly (readonly string[])[], parts: Parts = {}, form: XlsxForm = {}): Buffer {
  const { prefix = '', space = spaces.sheet, relations = [], types = {}, behind = '' } = form
  const stringsPart = form.stringsPart ?? 'xl/sharedStrings.xml'
  const part = (xml: string) =>
    prefix === ''
      ? xml.replace('>', ` xmlns="${space}" ${beside}>`)
      : xml
          .replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`)
          .replace('>', ` xmlns:${prefix}="${space}" ${beside}>`)
  const texts = rows.flat()
  const column = (at: number) => String.fromCharCode(65 + at)
  let next = 0
  const sheet = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((_, at) => `<c r="${column(at)}${index + 1}" t="s"><v>${next++}</v></c>`).join('')}</row>`,
  )
  const isStrict = space === spaces.strictSheet
  const relationSpace = isStrict ? spaces.strictRelations : spaces.relations
  return packed({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${sheetType}.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${sheetType}.worksheet+xml`,
      [stringsPart]: `${sheetType}.sharedStrings+xml`,
      ...types,
    }),
    '_rels/.rels': relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }], relationSpace),
    'xl/_rels/workbook.xml.rels': relationships(
      [
        { type: 'worksheet', target: 'worksheets/sheet1.xml' },
        { type: 'sharedStrings', target: `/${stringsPart}` },
        ...relations,
      ],
      relationSpace,
    ),
    'xl/workbook.xml': part(
      '<workbook><sheets><sheet name="So lieu" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    [stringsPart]: part(`<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet><sheetData>${sheet.join('')}</sheetData>${behind}</worksheet>`,
    ),
    ...parts,
  })
}

export interface PdfForm {
  /** More entries of the catalogue, of each page, of the trailer. */
  readonly catalog?: string
  readonly page?: string
  readonly trailer?: string
  /** More objects; the first has the number that `firstMore` gives. */
  readonly objects?: readonly string[]
  /** The font has no mapping from glyphs to characters. */
  readonly isMute?: boolean
}

export const firstMore = (pages: number): number => 6 + pages * 2

/** A stream of a PDF, in bytes that are written one for one. */
export const pdfStream = (entries: string, data: Uint8Array | string): string =>
  `<<${entries}/Length ${data.length}>>stream\n${typeof data === 'string' ? data : Buffer.from(data).toString('latin1')}\nendstream`

/** A PDF whose pages show these lines; characters outside Latin are mapped, as office programs do. */
export function pdfOf(
  pages: readonly (readonly string[])[],
  {
    catalog = '',
    objects: more = [],
    page: pageEntries = '',
    isMute = false,
    trailer: trailerEntries = '',
  }: PdfForm = {},
): Buffer {
  const letters = [...new Set(pages.flat(2).join(''))]
  const codeOf = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')
  const map = letters
    .map((letter) => `<${codeOf(letter)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`)
    .join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar\n${map}\nendbfchar endcmap end end`
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/Viet/Encoding/Identity-H/DescendantFonts[4 0 R]${isMute ? '' : '/ToUnicode 5 0 R'}>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Viet/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>',
    `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`,
    ...pages.flatMap((lines, at) => {
      const shown = lines
        .map((line, row) => `1 0 0 1 72 ${760 - row * 20} Tm <${[...line].map(codeOf).join('')}> Tj`)
        .join('\n')
      const content = lines.length === 0 ? '' : `BT /F 12 Tf\n${shown}\nET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>${pageEntries}>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
    ...more,
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}`
  file += `trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailerEntries}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
