import type { Findings } from './findings.ts'
import { type Active, FileTrouble } from './judgement.ts'
import { isProgram, runsByName } from './kind-of.ts'
import { decoded, objectsIn, objectsOfStream, plainNames, type RawObject, streamsIn } from './pdf-objects.ts'

const nameEnd = '(?![A-Za-z0-9_.+-])'
const activeNames: readonly (readonly [RegExp, Active])[] = [
  [new RegExp(`/JavaScript${nameEnd}`), 'javascript'],
  [new RegExp(`/Launch${nameEnd}`), 'launch'],
  [new RegExp(`/(?:RichMedia(?:Content|Settings|Execute)?|Rendition|Movie)${nameEnd}`), 'media'],
  [/\/XFA[\0\t\n\f\r ]{0,9}(?:\[|\(|<|\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R)/, 'xfa'],
  [new RegExp(`/(?:SubmitForm|ImportData)${nameEnd}`), 'sending'],
]
const encryption = /\/Encrypt[\0\t\n\f\r ]{0,9}(?:<<|\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R)/

/**
 * Scans all objects of a PDF, including object streams, without its cross-reference tables: viewers repair what they
 * cannot follow, and what one viewer ignores another executes.
 * @throws FileTrouble
 */
export async function examinePdf(bytes: Uint8Array, findings: Findings): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const file = buffer.toString('latin1')
  const named = plainNames(file)
  if (encryption.test(named)) throw new FileTrouble('encrypted', 'pdf: encrypted')
  lookForActive(named, findings)
  const objects = new Map<number, string>()
  const keep = ({ number, text }: RawObject) => {
    findings.spend({ textBytes: text.length })
    objects.set(number, `${objects.get(number) ?? ''}\n${text}`)
  }
  for (const object of objectsIn(file)) keep(object)
  const streams = new Map<number, Buffer[]>()
  for (const stream of streamsIn(file, buffer)) {
    if (/\/Subtype\s{0,9}\/Image/.test(stream.text)) {
      findings.unread.add('picture')
      continue
    }
    const data = decoded(stream)
    const holdsObjects = /\/ObjStm/.test(stream.text) || /\/First\s/.test(stream.text)
    if (data === null) {
      if (holdsObjects) findings.unread.add('not_sound')
      continue
    }
    findings.spend({ unpackedBytes: data.length })
    if (isProgram(data)) findings.active.add('program')
    if (/\/EmbeddedFile/.test(stream.text)) streams.set(-streams.size - 1, [data])
    streams.set(stream.number, [...(streams.get(stream.number) ?? []), data])
    if (holdsObjects) {
      const text = data.toString('latin1')
      lookForActive(plainNames(text), findings)
      for (const object of objectsOfStream(stream.text, text)) keep(object)
    } else examineContent(data, findings)
  }
  for (const text of objects.values()) examineObject(text, objects, findings)
  for (const data of embeddedIn(objects, streams)) await findings.judgeWithin(data)
}

function examineContent(data: Buffer, findings: Findings): void {
  if (hasInlinePicture(data)) findings.unread.add('picture')
  // What is read aloud or copied instead of what is drawn (14.9.4).
  if (data.includes('/ActualText') || data.includes('/Alt'))
    for (const said of textsIn(data.subarray(0, 4 << 20).toString('latin1'))) findings.mention(said)
}

function lookForActive(text: string, { active }: Findings): void {
  for (const [pattern, kind] of activeNames) if (pattern.test(text)) active.add(kind)
}

/** 8.9.7: an inline picture in the content of a page. */
const hasInlinePicture = (data: Buffer): boolean =>
  data.includes('BI') &&
  /(?:^|[\s])BI\s[\s\S]{0,400}?\sID\s/.test(data.subarray(0, 1 << 20).toString('latin1'))

/** The data of streams that are files within the file: by their type, or because a file specification names them. */
function embeddedIn(
  objects: ReadonlyMap<number, string>,
  streams: ReadonlyMap<number, readonly Buffer[]>,
): Set<Buffer> {
  const found = new Set([...streams].filter(([number]) => number < 0).flatMap(([, data]) => data))
  for (const text of objects.values())
    for (const [, direct, at] of text.matchAll(
      /\/EF\s{0,9}(?:<<([^>]{0,500})>>|(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R)/g,
    ))
      for (const [, number] of (direct ?? objects.get(Number(at)) ?? '').matchAll(
        /(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/g,
      ))
        for (const data of streams.get(Number(number)) ?? []) found.add(data)
  return found
}

function examineObject(text: string, objects: ReadonlyMap<number, string>, findings: Findings): void {
  if (isMuteFont(text, objects)) findings.unread.add('letters_unknown')
  for (const said of textsIn(text)) {
    findings.mention(said)
    if (/\/EF(?![A-Za-z])/.test(text) && runsByName(said)) findings.active.add('program')
  }
}

/** The strings of an object as texts (7.9.2.2): those in UTF-16 and UTF-8, and names of files in ASCII. */
function* textsIn(text: string): Generator<string> {
  for (const [, literal, hex] of text.matchAll(
    /\(((?:\\[\s\S]|[^\\()]){2,8000})\)|<([0-9A-Fa-f\s]{4,16000})>/g,
  )) {
    const bytes =
      literal === undefined ? Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex') : unescaped(literal)
    if (bytes[0] === 0xfe && bytes[1] === 0xff) yield new TextDecoder('utf-16be').decode(bytes.subarray(2))
    else if (bytes[0] === 0xff && bytes[1] === 0xfe)
      yield new TextDecoder('utf-16le').decode(bytes.subarray(2))
    else if (bytes[0] === 0xef && bytes[1] === 0xbb) yield bytes.subarray(3).toString('utf8')
    else if (literal !== undefined) yield bytes.toString('latin1')
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal, letter) =>
      octal === undefined
        ? letter === undefined || letter === '\n' || letter === '\r'
          ? ''
          : (escapes[String(letter)] ?? String(letter))
        : String.fromCharCode(Number.parseInt(String(octal), 8) & 255),
    ),
    'latin1',
  )

const plainEncoding = /\/Encoding\s{0,9}\/(?:WinAnsi|MacRoman|Standard|PDFDoc)Encoding/
// // Glyph names that are only numbers: a reader cannot map them to characters.
const numberedShapes = /\/Differences\s{0,9}\[[^\]]{0,20000}\/(?:[A-Za-z]{1,5}\d{1,5})(?![A-Za-z])/

/** A font without a mapping from glyphs to characters (9.10.2). */
function isMuteFont(text: string, objects: ReadonlyMap<number, string>): boolean {
  const kind = /\/Subtype\s{0,9}\/(Type0|Type1|MMType1|TrueType|Type3)(?![A-Za-z0-9])/.exec(text)?.[1]
  if (kind === undefined || !/\/(?:BaseFont|CharProcs|FontMatrix)/.test(text) || /\/ToUnicode/.test(text))
    return false
  if (kind === 'Type0' || kind === 'Type3') return true
  if (plainEncoding.test(text)) return false
  const at = /\/Encoding\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/.exec(text)?.[1]
  const encoding = at === undefined ? text : (objects.get(Number(at)) ?? '')
  if (!/\/Encoding/.test(text)) return /\/FontDescriptor/.test(text)
  return numberedShapes.test(encoding)
}
