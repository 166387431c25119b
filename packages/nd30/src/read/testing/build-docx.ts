import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** Parts of a hand-made DOCX; what is left out is not in the file. Bodies and styles without their outer element. */
export interface HandMade {
  readonly body?: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly theme?: string
  readonly footnotes?: string
  /** By relation id: `{ h1: '<w:p/>' }`. */
  readonly headers?: Readonly<Record<string, string>>
  readonly footers?: Readonly<Record<string, string>>
  /** Further relations of the document, written out. */
  readonly relations?: string
  /** Further parts, or others in place of those that would be made. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
  readonly contentTypes?: string
}

const office = 'http://schemas.openxmlformats.org'
const word = `${office}/wordprocessingml/2006/main`

export const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:pic="${office}/drawingml/2006/picture"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationType = `${office}/officeDocument/2006/relationships`
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The bytes of a DOCX, always the same for the same parts. */
export async function buildDocx(made: HandMade): Promise<Uint8Array> {
  return zipOf({ ...partsOf(made), ...made.parts })
}

export function partsOf(made: HandMade): Record<string, string> {
  const parts: Record<string, string> = {}
  const relations: string[] = []
  const overrides: string[] = []
  const add = (name: string, type: string, id: string, kind: string, xml: string) => {
    parts[`word/${name}`] = head + xml
    relations.push(`<Relationship Id="${id}" Type="${relationType}/${kind}" Target="${name}"/>`)
    overrides.push(`<Override PartName="/word/${name}" ContentType="${wordType}.${type}+xml"/>`)
  }
  const wordPart = (name: string, inner: string) => `<w:${name} ${namespaces}>${inner}</w:${name}>`
  for (const kind of ['styles', 'numbering', 'settings', 'footnotes'] as const) {
    const inner = made[kind]
    if (inner !== undefined) add(`${kind}.xml`, kind, kind, kind, wordPart(kind, inner))
  }
  if (made.theme !== undefined)
    add('theme1.xml', 'theme', 'theme', 'theme', `<a:theme ${namespaces}>${made.theme}</a:theme>`)
  for (const [id, inner] of Object.entries(made.headers ?? {}))
    add(`${id}.xml`, 'header', id, 'header', wordPart('hdr', inner))
  for (const [id, inner] of Object.entries(made.footers ?? {}))
    add(`${id}.xml`, 'footer', id, 'footer', wordPart('ftr', inner))
  return {
    '[Content_Types].xml': contentTypes(overrides, made.contentTypes ?? ''),
    '_rels/.rels': relationships(
      `<Relationship Id="doc" Type="${relationType}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': head + wordPart('document', `<w:body>${made.body ?? '<w:p/>'}</w:body>`),
    'word/_rels/document.xml.rels': relationships(relations.join('') + (made.relations ?? '')),
    ...parts,
  }
}

const contentTypes = (overrides: readonly string[], more: string) =>
  `${head}<Types xmlns="${office}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  `${overrides.join('')}${more}</Types>`

const relationships = (inner: string) =>
  `${head}<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`

export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile()
  const mtime = new Date(Date.UTC(2020, 2, 5))
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { mtime, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}
