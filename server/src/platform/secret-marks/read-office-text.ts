import { unzipSync } from 'fflate'

/** What a file says, and whether that is all that stands in it: pictures say nothing to us. */
export interface FileText {
  readonly texts: readonly string[]
  readonly reading: 'whole' | 'part' | 'none'
}

// A page of text has some kilobytes; what unpacks to more than this is no paper of an office.
const unpackedLimitBytes = 64 * 1024 * 1024
const partLimit = 2000

const wordParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/
const sheetParts =
  /^xl\/(?:sharedStrings|workbook|comments\d*|worksheets\/sheet\d+|drawings\/(?:drawing|vmlDrawing)\d+)\.(?:xml|vml)$/
const properties = /^docProps\/(?:core|app|custom)\.xml$/
// What stands in a paper without being its text: pictures, and files within the file.
const unread = /\/(?:media|embeddings|charts|diagrams|activeX)\//

export class UnpacksTooLarge extends Error {}

/** The texts of a DOCX or XLSX, from its own parts. @throws UnpacksTooLarge, and Error where it is no sound package */
export function readOfficeText(bytes: Uint8Array): FileText {
  let unpacked = 0
  let count = 0
  let hasUnread = false
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      count += 1
      if (count > partLimit) throw new UnpacksTooLarge()
      if (unread.test(name)) hasUnread = true
      if (!wordParts.test(name) && !sheetParts.test(name) && !properties.test(name)) return false
      unpacked += originalSize
      if (unpacked > unpackedLimitBytes) throw new UnpacksTooLarge()
      return true
    },
  })
  const xml = new Map(Object.entries(parts).map(([name, part]) => [name, new TextDecoder().decode(part)]))
  const strings = sharedStrings(xml.get('xl/sharedStrings.xml') ?? '')
  const texts = [...xml].map(([name, part]) =>
    name.startsWith('xl/worksheets/') ? `${sheetText(part, strings)}\n${textOf(part)}` : textOf(part),
  )
  return { texts, reading: hasUnread ? 'part' : 'whole' }
}

/** The text between the tags: paragraphs and cells are lines, a tab stays one; runs in capitals are capitals. */
function textOf(xml: string): string {
  const shown = xml.replace(/<w:r(?: [^>]*)?>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g, (run) =>
    /<w:(?:caps|smallCaps)(?:\/>| w:val="(?:1|true|on)"\/>)/.test(run)
      ? run.replace(/>[^<]+</g, (text) => text.toUpperCase())
      : run,
  )
  return decoded(
    shown
      .replace(/<(?:w:tab|w:ptab)\b[^>]*\/>/g, '\t')
      .replace(/<(?:w:br|w:cr)\b[^>]*\/>|<\/(?:w:p|a:p|si|text|dc:\w+|vt:\w+)>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  )
}

const sharedStrings = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si\b[^>]*>((?:(?!<\/si>)[\s\S])*)<\/si>/g)].map((one) => textOf(one[1] ?? '').trim())

/** The rows of a sheet, cells apart by tabs; under a heading "Độ mật" each value is read with its heading. */
function sheetText(xml: string, strings: readonly string[]): string {
  const headings = new Map<string, string>()
  const lines: string[] = []
  for (const [, row = ''] of xml.matchAll(/<row\b[^>]*>((?:(?!<\/row>)[\s\S])*)<\/row>/g)) {
    const cells = [...row.matchAll(/<c\b([^>]*)>((?:(?!<\/c>)[\s\S])*)<\/c>/g)].map(
      ([, about = '', inner = '']) => ({
        column: /\br="([A-Z]+)\d+"/.exec(about)?.[1] ?? '',
        text: cellText(about, inner, strings),
      }),
    )
    lines.push(cells.map(({ text }) => text).join('\t'))
    for (const { column, text } of cells) {
      if (/^(?:mức )?độ m[ậâ]t$/iu.test(text.normalize('NFC').trim())) headings.set(column, text)
      else if (headings.has(column)) lines.push(`${headings.get(column)}: ${text}`)
    }
  }
  return lines.join('\n')
}

function cellText(about: string, inner: string, strings: readonly string[]): string {
  const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(inner)?.[1]
  if (/\bt="s"/.test(about)) return strings[Number(value)] ?? ''
  return (value === undefined ? textOf(inner) : decoded(value)).trim()
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,5}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
