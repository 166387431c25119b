import type { Used } from './contents.ts'
import { isDict, nameOf, type PdfDict, type PdfObject, PdfRef, PdfStream, PdfString } from './objects.ts'
import { pagesOf } from './pages.ts'
import type { Inspection } from './rules.ts'

/** ISO 19005-2, 6.1.2 and 6.1.3 */
export function judgeFrame({ file, tell }: Inspection): void {
  const head = Buffer.from(file.bytes.subarray(0, 20)).toString('latin1')
  if (!/^%PDF-1\.[0-7][\r\n]/.test(head)) tell('6.1.2', 'the header is not that of PDF 1.0 to 1.7')
  const comment = file.bytes.subarray(9, 14)
  if (comment[0] !== 0x25 || comment.subarray(1).some((byte) => byte < 0x80))
    tell('6.1.2', 'behind the header are no four bytes above 127')
  if (file.list(file.trailer.get('ID')).length !== 2) tell('6.1.3', 'the trailer has no identifiers')
  if (file.trailer.has('Encrypt')) tell('6.1.3', 'the file is encrypted')
}

/** ISO 19005-2, 6.2.3 and 6.2.4.3: device colours need an intent that says what they are. */
export function judgeColours({ file, tell }: Inspection, { colours }: Used): void {
  const intents = file.list(file.catalog.get('OutputIntents')).map((one) => file.dict(one))
  const intent = intents.find((one) => nameOf(file.resolve(one?.get('S'))) === 'GTS_PDFA1')
  const profile = file.resolve(intent?.get('DestOutputProfile'))
  const components = profile instanceof PdfStream ? file.resolve(profile.dict.get('N')) : null
  const bytes = profile instanceof PdfStream ? file.contents(profile) : null
  const signature = Buffer.from(bytes?.subarray(36, 40) ?? []).toString('latin1')
  if (intent && signature !== 'acsp') tell('6.2.3', 'the output intent has no ICC profile')
  if (colours.has('gray') && bytes === null) tell('6.2.4.3', 'device grey without an output intent')
  if (colours.has('rgb') && components !== 3) tell('6.2.4.3', 'device RGB without an output intent of RGB')
  if (colours.has('cmyk') && components !== 4) tell('6.2.4.3', 'device CMYK without an output intent of CMYK')
}

const forbiddenActions = new Set([
  ...['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition', 'Trans'],
  ...['GoTo3DView', 'JavaScript'],
])
const forbiddenAnnotations = new Set(['3D', 'Sound', 'Screen', 'Movie', 'RichMedia'])
const mostStringBytes = 32_767
const mostNameBytes = 127

/** What no object of a file may be or have, wherever it hangs. */
export function judgeObjects(seen: Inspection): void {
  const { file, tell } = seen
  for (const number of file.numbers) judgeObject(seen, file.resolve(new PdfRef(number)))
  const names = file.dict(file.catalog.get('Names'))
  if (names?.has('EmbeddedFiles')) tell('6.8', 'files are embedded')
  if (names?.has('JavaScript')) tell('6.5.1', 'the catalog names JavaScript')
  for (const key of ['AA', 'Requirements']) if (file.catalog.has(key)) tell('6.5.2', `the catalog has ${key}`)
  const form = file.dict(file.catalog.get('AcroForm'))
  if (form?.has('XFA')) tell('6.4.2', 'the form is XFA')
  if (file.resolve(form?.get('NeedAppearances')) === true) tell('6.4.1', 'fields need their appearance made')
}

function judgeObject(seen: Inspection, object: PdfObject): void {
  if (object instanceof PdfString && object.bytes.length > mostStringBytes)
    seen.tell('6.1.13', `a string of more than ${mostStringBytes} bytes`)
  else if (Array.isArray(object)) for (const one of object) judgeObject(seen, one)
  else if (object instanceof PdfStream) judgeStream(seen, object)
  else if (isDict(object)) judgeDict(seen, object)
}

function judgeStream(seen: Inspection, { dict }: PdfStream): void {
  for (const key of ['F', 'FFilter', 'FDecodeParms'])
    if (dict.has(key)) seen.tell('6.1.7.1', 'a stream is kept outside of the file')
  const filter = seen.file.resolve(dict.get('Filter'))
  for (const one of [filter].flat().map((name) => nameOf(seen.file.resolve(name))))
    if (one === 'LZWDecode' || one === 'Crypt') seen.tell('6.1.7.2', `a stream has the filter ${one}`)
  judgeDict(seen, dict)
}

function judgeDict(seen: Inspection, dict: PdfDict): void {
  const { file, tell } = seen
  const action = nameOf(file.resolve(dict.get('S')))
  if (
    action !== null &&
    forbiddenActions.has(action) &&
    (dict.has('Type') ? nameOf(dict.get('Type')) === 'Action' : true)
  )
    tell('6.5.1', `an action is ${action}`)
  if (dict.has('EF')) tell('6.8', 'a file is embedded')
  if (nameOf(file.resolve(dict.get('Type'))) === 'ExtGState') judgeState(seen, dict)
  for (const [key, value] of dict) {
    if (key.length > mostNameBytes) tell('6.1.13', `a name of more than ${mostNameBytes} bytes`)
    judgeObject(seen, value)
  }
}

/** ISO 19005-2, 6.2.5 */
function judgeState({ file, tell }: Inspection, dict: PdfDict): void {
  for (const key of ['TR', 'HTP']) if (dict.has(key)) tell('6.2.5', `a graphics state has ${key}`)
  const transfer = nameOf(file.resolve(dict.get('TR2')))
  if (dict.has('TR2') && transfer !== 'Default') tell('6.2.5', 'a graphics state has TR2')
}

/** Invisible, Hidden, NoView, ToggleNoView (ISO 32000-1, table 165). */
const hiding = 1 + 2 + 32 + 256
const print = 4

/** ISO 19005-2, 6.3, and 6.1.13 on the size of pages. */
export function judgePages(seen: Inspection): void {
  const { file, tell } = seen
  for (const [index, page] of pagesOf(file).entries()) {
    if (page.has('AA')) tell('6.5.2', `page ${index + 1} has additional actions`)
    const [left = 0, bottom = 0, right = 0, top = 0] = file
      .list(page.get('MediaBox'))
      .map((one) => Number(file.resolve(one)))
    for (const side of [right - left, top - bottom])
      if (side < 3 || side > 14_400) tell('6.1.13', `page ${index + 1} is ${side} points long`)
    for (const one of file.list(page.get('Annots')))
      judgeAnnotation(seen, file.dict(one) ?? new Map(), index + 1)
  }
}

function judgeAnnotation({ file, tell }: Inspection, annotation: PdfDict, page: number): void {
  const kind = nameOf(file.resolve(annotation.get('Subtype'))) ?? '?'
  if (forbiddenAnnotations.has(kind)) tell('6.3.1', `an annotation of page ${page} is ${kind}`)
  const flags = Number(file.resolve(annotation.get('F')) ?? 0)
  if (kind !== 'Popup' && ((flags & hiding) !== 0 || (flags & print) === 0))
    tell('6.3.2', `an annotation of page ${page} is not printed`)
  const [left, bottom, right, top] = file.list(annotation.get('Rect')).map((one) => Number(file.resolve(one)))
  const isEmpty = left === right && bottom === top
  const normal = file.dict(annotation.get('AP'))?.get('N')
  if (kind !== 'Popup' && kind !== 'Link' && !isEmpty && normal === undefined)
    tell('6.3.3', `an annotation of page ${page} has no appearance`)
}
