import { Nd30Error } from '../../errors.ts'
import { defaultReadLimits, type ReadLimits } from './limits.ts'
import { Package, relationsIn } from './package.ts'
import { unzip } from './unzip.ts'

export interface OpenDocx {
  readonly package: Package
  /** `word/document.xml`, mostly. */
  readonly main: string
}

/**
 * A DOCX opened safely: bounded, without macros, without anything that another program would fetch by itself, without
 * DOCTYPE. What is refused and why it is this much is in `docs/reading.md`.
 *
 * @throws Nd30Error `file_*`
 */
export async function openParts(
  bytes: Uint8Array,
  limits: ReadLimits = defaultReadLimits,
): Promise<OpenDocx> {
  if (bytes.length > limits.fileBytes)
    throw new Nd30Error('file_too_large', 'the file is too large', {
      found: bytes.length,
      limit: limits.fileBytes,
    })
  checkBeginning(bytes)
  const parts = await unzip(bytes, limits)
  const opened = new Package(parts, {
    elements: limits.elements,
    depth: limits.depth,
    attributes: limits.attributes,
  })
  if (opened.nameOf('[Content_Types].xml') === undefined)
    throw new Nd30Error('file_not_docx', 'the zip is no document of Office')
  checkDoctypes(parts)
  checkMacros(opened)
  checkRelations(opened)
  return { package: opened, main: mainPart(opened) }
}

function checkBeginning(bytes: Uint8Array) {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('hex')
  if (head === 'd0cf11e0a1b11ae1') throw oldOrEncrypted(bytes)
  if (head.startsWith('504b0304')) return
  if (bytes.length === 0) throw new Nd30Error('file_truncated', 'the file is empty')
  throw new Nd30Error('file_not_docx', 'the file is no zip')
}

/** A DOCX with a password is a compound file with this stream in it; without it, it is an old .doc. */
function oldOrEncrypted(bytes: Uint8Array): Nd30Error {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? new Nd30Error('file_encrypted', 'the file is encrypted with a password')
    : new Nd30Error('file_not_docx', 'the file is of an old Office (.doc)')
}

/** In parts that are never parsed here too: the file is handed on to programs that parse them. */
function checkDoctypes(parts: ReadonlyMap<string, Uint8Array>) {
  for (const [name, bytes] of parts) {
    // A picture is no part of the document's XML; SVG often has the DOCTYPE that its standard gives it.
    if (!/\.(xml|rels|vml)$/i.test(name)) continue
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (marksFor(bytes).some((mark) => view.includes(mark)))
      throw new Nd30Error('file_has_doctype', `${name} has a DOCTYPE`, { part: name })
  }
}

const marks = ['<!DOCTYPE', '<!ENTITY']
const plainMarks = marks.map((mark) => Buffer.from(mark, 'latin1'))
const wideMarks = marks.flatMap((mark) => [
  Buffer.from(mark, 'utf16le'),
  Buffer.from(mark, 'utf16le').swap16(),
])

/** UTF-16 has a byte of its mark or a zero among the first two. */
const marksFor = ([first = 0, second = 0]: Uint8Array) =>
  first === 0 || second === 0 || first >= 0xfe ? wideMarks : plainMarks

function checkMacros(opened: Package) {
  const refuse = (part: string) => {
    throw new Nd30Error('file_has_macros', `${part} holds macros`, { part })
  }
  for (const name of opened.parts.keys()) if (/(^|\/)vba(Project\.bin|Data\.xml)$/i.test(name)) refuse(name)
  for (const each of opened.required('[Content_Types].xml').root.children) {
    const type = each.attributes.get('ContentType') ?? ''
    if (/macroEnabled|vbaProject|vbaData/i.test(type))
      refuse(each.attributes.get('PartName') ?? each.attributes.get('Extension') ?? '')
  }
}

/** Hyperlinks wait for a click, and a picture on this very machine's disk tells nobody; the rest loads by itself. */
function checkRelations(opened: Package) {
  for (const name of opened.parts.keys()) {
    if (!/\.rels$/i.test(name)) continue
    for (const relation of relationsIn(opened.required(name).root, '')) {
      if (/^(vbaProject|wordVbaData)$/i.test(relation.type))
        throw new Nd30Error('file_has_macros', `${name} points to macros`, { part: name })
      if (!isShownUnread(relation.type) && (!relation.external || relation.type === 'hyperlink')) continue
      if (relation.type === 'image' && !isRemote(relation.target)) continue
      throw new Nd30Error('file_has_remote_template', `${name} loads from outside: ${relation.type}`, {
        part: name,
        what: relation.type,
      })
    }
  }
}

/**
 * A document or a page within, whose text Word shows as the document's own: it would be signed for and was not judged.
 */
const isShownUnread = (type: string): boolean => /^(aFChunk|subDocument)$/i.test(type)

const isRemote = (target: string): boolean =>
  /^\s*(\\\\|\/\/|file:\/\/[^/]|file:[\\/]{4}|(?!file:)[a-z][a-z\d+.-]+:)/i.test(target)

const mainTypes = /wordprocessingml\.(document|template)\.main\+xml$/

function mainPart(opened: Package): string {
  const main = opened.related('', 'officeDocument')
  if (main === undefined) throw new Nd30Error('file_not_docx', 'the zip has no document of Word')
  const declared = opened
    .required('[Content_Types].xml')
    .root.children.find((each) => each.attributes.get('PartName')?.toLowerCase() === `/${main.toLowerCase()}`)
    ?.attributes.get('ContentType')
  if (declared !== undefined && !mainTypes.test(declared))
    throw new Nd30Error('file_not_docx', `the document is of another kind: ${declared}`)
  return main
}
