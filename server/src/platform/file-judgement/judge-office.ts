import type { Findings } from './findings.ts'
import { FlowingText } from './flowing-text.ts'
import { type FileKind, FileTrouble } from './judgement.ts'
import { kindOf } from './kind-of.ts'
import { plainText, sayPage } from './loose-text.ts'
import { macroSheet, vocabularyOf } from './namespaces.ts'
import { isRelationships, type OfficePackage, openPackage, type Relationship } from './office-package.ts'
import { type Element, readXml } from './read-xml.ts'
import { SharedStrings, SheetText } from './sheet-text.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/**
 * Judges a zip: an office file by its relationships, any other as an archive. Every part is looked at, also one that no
 * relationship leads to: a program that repairs files may show it.
 * @returns its kind, and whether its main part says anything
 * @throws FileTrouble
 */
export async function judgeOffice(
  bytes: Uint8Array,
  findings: Findings,
): Promise<{ readonly kind: FileKind; readonly hasMainText: boolean }> {
  const opened = openPackage(bytes, findings)
  const kind = kindOfPackage(opened)
  if (kind === 'program') findings.active.add('program')
  findActive(opened, findings)
  const shared = readShared(opened, findings)
  const capitals = capitalStyles(opened)
  let hasMainText = false
  for (const [name, part] of opened.parts) {
    const role = roleOf(opened, name)
    if (role === 'ignored' || shared.read.has(name)) continue
    const content = part.unpack()
    if (kindOf(content) !== 'xml') {
      await findings.judgeWithin(content, name)
      continue
    }
    findings.spend({ textBytes: content.length })
    const said = readPart(
      content,
      { strings: shared.strings, capitals, isStrict: role === 'strict' },
      findings,
    )
    if (said && isMainText(opened, name, kind)) hasMainText = true
  }
  return { kind, hasMainText }
}

function kindOfPackage({ main, parts, contentTypeOf }: OfficePackage): FileKind {
  if (main === undefined)
    return parts.has('mimetype') && parts.has('content.xml')
      ? 'open_document'
      : parts.has('meta-inf/manifest.mf')
        ? 'program'
        : 'archive'
  if (!parts.has(main)) throw new FileTrouble('broken', 'no main part')
  const type = contentTypeOf(main)
  if (type === word) return 'docx'
  return type === sheet ? 'xlsx' : 'office'
}

/** By relationship or by type, whatever the part is called. */
function findActive(
  { relationships, parts, contentTypeOf }: OfficePackage,
  { active, unread }: Findings,
): void {
  for (const name of parts.keys()) {
    const type = contentTypeOf(name)
    if (
      /macroenabled|vbaproject|vbadata|macrosheet|dialogsheet/.test(type) ||
      /(?:^|\/)vbaproject/.test(name)
    )
      active.add('macro')
    if (/activex|vnd\.ms-office\.activex/.test(type)) active.add('control')
  }
  for (const { type, target, isOutside } of relationships) {
    if (/^(?:vbaproject|wordvbadata|xlmacrosheet|xlintlmacrosheet|dialogsheet)$/.test(type))
      active.add('macro')
    if (type === 'control' || type === 'activexcontrolbinary') active.add('control')
    if (isOutside && fetched.has(type) && !isOfThisMachine(target)) active.add('remote_part')
    if (isOutside && type === 'image') unread.add('picture')
  }
}

// What an office program fetches by itself and shows or runs; a link that somebody presses is not one of them.
const fetched = new Set(['attachedtemplate', 'oleobject', 'frame', 'subdocument', 'afchunk', 'package'])
/** Word stores the path of the template of a document. */
const isOfThisMachine = (target: string): boolean => /^(?:file:\/{3}|[a-z]:[\\/])/i.test(target)

/** Ignored is what no program shows: typefaces, settings of printers. Strict are the parts that must be sound XML. */
function roleOf(
  { relationships, contentTypeOf }: OfficePackage,
  name: string,
): 'ignored' | 'strict' | 'other' {
  if (isRelationships(name) || name === '[content_types].xml') return 'ignored'
  const type = contentTypeOf(name)
  if (/obfuscatedfont|application\/x-font/.test(type)) return 'ignored'
  if (
    /printersettings$/.test(type) &&
    relationships.some((one) => one.target === name && one.type === 'printersettings')
  )
    return 'ignored'
  return /^application\/vnd\.(?:openxmlformats|ms-)[a-z.-]*.*\+xml$/.test(type) ? 'strict' : 'other'
}

function isMainText({ main, relationships }: OfficePackage, name: string, kind: FileKind): boolean {
  if (kind !== 'xlsx' && kind !== 'office') return name === main
  return relationships.some(
    (one: Relationship) =>
      one.source === main && one.target === name && /^(?:worksheet|chartsheet|slide)$/.test(one.type),
  )
}

/** The texts that cells share, read once, before the sheets that show them. */
function readShared({ main, parts, relationships }: OfficePackage, findings: Findings) {
  const shared = new SharedStrings()
  const read = new Set<string>()
  for (const { source, type, target } of relationships) {
    if (source !== main || type !== 'sharedstrings' || read.has(target)) continue
    const content = parts.get(target)?.unpack() ?? missing()
    findings.spend({ textBytes: content.length })
    readXml(content, shared)
    read.add(target)
  }
  tell(shared.rest, findings)
  return { strings: shared.strings, read }
}

const missing = (): never => {
  throw new FileTrouble('broken', 'a part that is missing')
}

/** The styles of a document that show text in capitals, including derived ones. */
function capitalStyles({ main, parts, relationships }: OfficePackage): ReadonlySet<string> {
  const based = new Map<string, string>()
  const capital = new Set<string>()
  let style = ''
  const reader = {
    open(element: Element) {
      if (vocabularyOf(element.uri) !== 'word') return
      const { local } = element
      const value = element.attribute('val') ?? ''
      if (local === 'style') style = element.attribute('styleId') ?? ''
      else if (local === 'basedOn') based.set(style, value)
      else if ((local === 'caps' || local === 'smallCaps') && !/^(?:0|false|off)$/.test(value))
        capital.add(style)
    },
    close({ local }: Element) {
      if (local === 'style') style = ''
    },
    text() {},
  }
  for (const { source, type, target } of relationships)
    if (source === main && /^styles/.test(type)) readXml(parts.get(target)?.unpack() ?? missing(), reader)
  for (let round = 0; round < 20; round += 1)
    for (const [one, base] of based) if (capital.has(base)) capital.add(one)
  capital.delete('')
  return capital
}

const signatures = 'http://www.w3.org/2000/09/xmldsig#'

interface Reading {
  readonly strings: readonly string[]
  readonly capitals: ReadonlySet<string>
  readonly isStrict: boolean
}

/** @returns whether the part says anything */
function readPart(
  content: Uint8Array,
  { strings, capitals, isStrict }: Reading,
  findings: Findings,
): boolean {
  const flowing = new FlowingText(capitals)
  const cells = new SheetText(strings)
  let root: Element | undefined
  const isSheet = () => root !== undefined && vocabularyOf(root.uri) === 'sheet' && root.local === 'worksheet'
  const reader = () => (isSheet() ? cells : flowing)
  try {
    readXml(content, {
      open(element) {
        root ??= element
        if (element.local === 'macrosheet' && element.uri === macroSheet) findings.active.add('macro')
        if (element.local === 'ddeLink' || element.local === 'ddeItem') findings.active.add('dde')
        reader().open(element)
      },
      close: (element) => reader().close(element),
      text: (text) => reader().text(text),
    })
  } catch (error) {
    if (isStrict || !(error instanceof FileTrouble) || error.trouble !== 'broken') throw error
    // Drawings of old Excel are no sound XML; what is between the tags is read, and the part not called read.
    findings.unread.add('not_sound')
    findings.say(
      Buffer.from(content)
        .toString('utf8')
        .replace(/<[^>]*>/g, '\n'),
    )
  }
  if (root?.local === 'svg' || root?.local === 'ink') findings.unread.add('picture')
  // // A page as it is shown: its text is split into elements differently from its lines.
  if (root?.local === 'html') sayPage(plainText(content), findings)
  for (const text of [flowing, cells.rest]) {
    tell(text, findings)
    if (text.hasEncoded && root?.uri !== signatures) findings.unread.add('embedded')
  }
  findings.say(cells.lines.join('\n'))
  return isSheet() ? cells.hasCells : flowing.texts.some((text) => text.trim() !== '')
}

function tell(text: FlowingText, findings: Findings): void {
  text.end()
  if (text.hasMoreValues) findings.unread.add('too_long')
  for (const one of text.texts) findings.say(one)
  for (const value of text.values) findings.mention(value)
  findings.mention(text.gathered.join('\n'))
  for (const order of text.instructions) {
    findings.mention(order)
    if (/^\s*dde(?:auto)?(?:\s|$)/i.test(order)) findings.active.add('dde')
  }
}
