import { PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts'
import { listOf, nameIn } from './dict-rules.ts'
import type { Inspection } from './finding.ts'

const fontKinds = new Set(['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3'])

/** ISO 19005-2, 6.2.11: what a font must have. Fonts that nothing shows are judged all the same. */
export function judgeFont(seen: Inspection, dict: PdfDict, object: number): void {
  const kind = nameIn(seen, dict, 'Subtype')
  if (nameIn(seen, dict, 'Type') !== 'Font' || kind === null || !fontKinds.has(kind)) return
  const name = nameIn(seen, dict, 'BaseFont') ?? '?'
  const [first] = kind === 'Type0' ? listOf(seen, dict.get('DescendantFonts')) : []
  const descendant = first instanceof PdfDict ? first : null
  const descriptor = seen.file.resolve((descendant ?? dict).get('FontDescriptor'), seen.at)
  if (kind !== 'Type3' && !isEmbedded(seen, descriptor)) seen.tell('font_not_embedded', object, name)
  if (needsUnicode(seen) && !hasUnicode(seen, dict, kind, descriptor))
    seen.tell('font_without_unicode', object, name)
  if (descendant === null) return
  const hasMap = seen.file.resolve(descendant.get('CIDToGIDMap'), seen.at) !== null
  if (nameIn(seen, descendant, 'Subtype') === 'CIDFontType2' && !hasMap)
    seen.tell('font_without_glyph_map', object, name)
  const isSubset = /^[A-Z]{6}\+/.test(name)
  const hasSet = descriptor instanceof PdfDict && descriptor.get('CIDSet') !== null
  if (seen.claim.part === 1 && isSubset && !hasSet) seen.tell('font_without_cid_set', object, name)
}

function isEmbedded({ file, at }: Inspection, descriptor: PdfObject): boolean {
  if (!(descriptor instanceof PdfDict)) return false
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => file.resolve(descriptor.get(key), at) instanceof PdfStream,
  )
}

function needsUnicode({ claim }: Inspection): boolean {
  return claim.conformance === 'A' || claim.conformance === 'U' || claim.part === 4
}

const namedEncodings = new Set(['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding'])
const symbolic = 4

/** 6.2.11.7: a map of its own, or an encoding whose letters everybody knows. */
function hasUnicode(seen: Inspection, dict: PdfDict, kind: string, descriptor: PdfObject): boolean {
  const { file, at } = seen
  const map = file.resolve(dict.get('ToUnicode'), at)
  if (map instanceof PdfStream) return true
  if (kind === 'Type0') return false
  const encoding = file.resolve(dict.get('Encoding'), at)
  const name =
    encoding instanceof PdfDict ? nameIn(seen, encoding, 'BaseEncoding') : nameIn(seen, dict, 'Encoding')
  if (name !== null && namedEncodings.has(name)) return true
  // The glyphs of a Type 1 font have names.
  const flags = descriptor instanceof PdfDict ? file.resolve(descriptor.get('Flags'), at) : null
  const isPlain = typeof flags === 'number' && (flags & symbolic) === 0
  return kind === 'Type1' || kind === 'MMType1' ? isPlain || encoding instanceof PdfDict : false
}
