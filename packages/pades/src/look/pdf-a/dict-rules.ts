import { PdfDict, PdfName, type PdfObject, type PdfStream, PdfString } from '../../pdf/objects.ts'
import type { Inspection } from './finding.ts'

/** The name that an entry has; null where it is none. */
export function nameIn({ file, at }: Inspection, dict: PdfDict, key: string): string | null {
  const value = file.resolve(dict.get(key), at)
  return value instanceof PdfName ? value.value : null
}

export function listOf({ file, at }: Inspection, value: PdfObject): readonly PdfObject[] {
  const resolved = file.resolve(value, at)
  if (resolved === null) return []
  return Array.isArray(resolved) ? resolved.map((item: PdfObject) => file.resolve(item, at)) : [resolved]
}

/** What no dictionary of a file may say (ISO 19005-2, 6.1 to 6.6, and the same of the other parts). */
export function judgeDict(seen: Inspection, dict: PdfDict, stream: PdfStream | null, object: number): void {
  if (stream !== null) judgeStream(seen, dict, object)
  judgeAction(seen, dict, object)
  if (seen.claim.part < 4) judgeLengths(seen, dict, object)
  const type = nameIn(seen, dict, 'Type')
  if (type === 'ExtGState' || dict.get('BM') !== null || dict.get('ca') !== null)
    judgeState(seen, dict, object)
  if (dict.get('EF') !== null) judgeEmbedded(seen, dict, object)
  if (isTransparencyGroup(seen, dict) && seen.claim.part === 1) seen.tell('transparency', object)
}

const mostNameBytes = 127
const mostStringBytes = 32_767

/** ISO 19005-2, 6.1.13 */
function judgeLengths(seen: Inspection, dict: PdfDict, object: number): void {
  for (const [key, value] of dict.entries) {
    const isLong = value instanceof PdfString && value.bytes.length > mostStringBytes
    if (isLong || Buffer.byteLength(key) > mostNameBytes) seen.tell('value_too_long', object)
  }
}

const filters = new Set(['FlateDecode', 'DCTDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'RunLengthDecode'])
for (const filter of ['ASCIIHexDecode', 'ASCII85Decode']) filters.add(filter)

function judgeStream(seen: Inspection, dict: PdfDict, object: number): void {
  for (const filter of listOf(seen, dict.get('Filter'))) {
    const name = filter instanceof PdfName ? filter.value : '?'
    if (!filters.has(name) && !(name === 'JPXDecode' && seen.claim.part > 1))
      seen.tell('filter_not_allowed', object, name)
  }
  if (['F', 'FFilter', 'FDecodeParms'].some((key) => dict.get(key) !== null))
    seen.tell('stream_outside', object)
  const subtype = nameIn(seen, dict, 'Subtype')
  if (subtype === 'PS' || nameIn(seen, dict, 'Subtype2') === 'PS' || dict.get('PS') !== null)
    seen.tell('object_kind_not_allowed', object, 'PostScript')
  if (subtype === 'Form' && dict.get('Ref') !== null) seen.tell('object_kind_not_allowed', object, 'Ref')
  if (dict.get('OPI') !== null) seen.tell('object_kind_not_allowed', object, 'OPI')
  if (subtype !== 'Image') return
  if (dict.get('Alternates') !== null) seen.tell('object_kind_not_allowed', object, 'Alternates')
  if (seen.file.resolve(dict.get('Interpolate'), seen.at) === true) seen.tell('interpolated', object)
  const mask = seen.file.resolve(dict.get('SMask'), seen.at)
  if (seen.claim.part === 1 && mask !== null) seen.tell('transparency', object)
}

const actionKinds = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm'])
const namedActions = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage'])
const knownActions = new Set([
  ...actionKinds,
  ...[
    'Launch',
    'Sound',
    'Movie',
    'ResetForm',
    'ImportData',
    'JavaScript',
    'Hide',
    'SetOCGState',
    'Rendition',
  ],
  ...['Trans', 'GoTo3DView', 'RichMediaExecute', 'SetState', 'NoOp'],
])

/** A dictionary is an action where its kind is one; `/S` of others has other names. */
function judgeAction(seen: Inspection, dict: PdfDict, object: number): void {
  const kind = nameIn(seen, dict, 'S')
  if (kind === null || !knownActions.has(kind) || nameIn(seen, dict, 'Type') === 'StructElem') return
  if (kind === 'JavaScript') seen.tell('script', object)
  else if (!actionKinds.has(kind)) seen.tell('action_not_allowed', object, kind)
  else if (kind === 'Named') {
    const name = nameIn(seen, dict, 'N') ?? '?'
    if (!namedActions.has(name)) seen.tell('action_not_allowed', object, name)
  }
}

const blendModes = new Set(['Normal', 'Compatible'])

function judgeState(seen: Inspection, dict: PdfDict, object: number): void {
  const second = nameIn(seen, dict, 'TR2')
  if (dict.get('TR') !== null || (second !== null && second !== 'Default'))
    seen.tell('transfer_function', object)
  if (seen.claim.part === 1 && isTransparent(seen, dict)) seen.tell('transparency', object)
  if (dict.get('HTP') !== null && seen.claim.part > 1) seen.tell('object_kind_not_allowed', object, 'HTP')
}

/** Whether a graphics state lets something show through. */
export function isTransparent(seen: Inspection, state: PdfDict): boolean {
  const { file, at } = seen
  const mask = file.resolve(state.get('SMask'), at)
  if (mask instanceof PdfDict) return true
  const opaque = ['CA', 'ca'].every((key) => {
    const value = file.resolve(state.get(key), at)
    return typeof value !== 'number' || value === 1
  })
  const modes = listOf(seen, state.get('BM'))
  return !opaque || modes.some((mode) => mode instanceof PdfName && !blendModes.has(mode.value))
}

export function isTransparencyGroup(seen: Inspection, dict: PdfDict): boolean {
  const group = seen.file.resolve(dict.get('Group'), seen.at)
  return group instanceof PdfDict && nameIn(seen, group, 'S') === 'Transparency'
}

/** Part 1 has none; part 2 PDF/A alone, which is for its own check; from part 3 on any that says how it belongs. */
function judgeEmbedded(seen: Inspection, dict: PdfDict, object: number): void {
  const { part, conformance } = seen.claim
  if (part === 1) seen.tell('embedded_file', object)
  const mayHaveAny = part === 3 || (part === 4 && (conformance === 'F' || conformance === 'E'))
  if (mayHaveAny && nameIn(seen, dict, 'AFRelationship') === null)
    seen.tell('embedded_file_without_relation', object)
}
