import { isEqual, PdfDict, PdfName, PdfStream, PdfString } from '../../pdf/objects.ts'
import { readXmp } from '../../pdf/xmp.ts'
import { listOf, nameIn } from './dict-rules.ts'
import type { Inspection } from './finding.ts'
import { outputProfile } from './output-intent.ts'

/** What the file as a whole must have and must not have. */
export function judgeDocument(seen: Inspection): void {
  const { file, at, claim } = seen
  const catalog = file.catalog(at)
  if (!Array.isArray(file.resolve(file.trailer(at).get('ID'), at))) seen.tell('no_identifier')
  judgeHead(seen)
  const metadata = file.resolve(catalog.get('Metadata'), at)
  if (metadata instanceof PdfStream) judgeMetadata(seen, file.decode(metadata, at).bytes)
  if (claim.part === 1) {
    if (metadata instanceof PdfStream && metadata.dict.get('Filter') !== null)
      seen.tell('metadata_compressed')
    if (file.revisions.slice(0, at + 1).some(({ sections }) => sections.some(({ kind }) => kind !== 'table')))
      seen.tell('object_streams')
    if (catalog.get('OCProperties') !== null) seen.tell('layers')
  }
  if (catalog.get('AA') !== null) seen.tell('additional_actions')
  const names = file.resolve(catalog.get('Names'), at)
  if (names instanceof PdfDict && names.get('JavaScript') !== null) seen.tell('script')
  if (names instanceof PdfDict && names.get('EmbeddedFiles') !== null && claim.part === 1)
    seen.tell('embedded_file')
  if (file.resolve(catalog.get('NeedsRendering'), at) === true) seen.tell('dynamic_form')
  const form = file.resolve(catalog.get('AcroForm'), at)
  if (form instanceof PdfDict) {
    if (form.get('XFA') !== null) seen.tell('dynamic_form')
    if (file.resolve(form.get('NeedAppearances'), at) === true) seen.tell('appearances_to_be_made')
  }
  judgeIntents(seen, catalog)
  if (claim.conformance === 'A') judgeTags(seen, catalog)
}

function judgeMetadata(seen: Inspection, bytes: Uint8Array): void {
  const isWide = bytes[0] === 0xfe || bytes[0] === 0
  if (!isWide && readXmp(bytes) === null) seen.tell('metadata_malformed')
}

/** 6.1.2: a version of PDF, and a comment of four bytes that no text has. */
function judgeHead(seen: Inspection): void {
  const { file, claim } = seen
  const head = Buffer.from(file.source.read(0, 32)).toString('latin1')
  const version = claim.part === 4 ? /^%PDF-2\.\d/ : /^%PDF-1\.[0-7]/
  if (!version.test(head) || !/^%PDF-\d\.\d[\r\n]+%[\x80-\xff]{4}/.test(head)) seen.tell('header_wrong')
}

function judgeIntents(seen: Inspection, catalog: PdfDict): void {
  const { file, at, claim } = seen
  const intents = listOf(seen, catalog.get('OutputIntents')).filter((intent) => intent instanceof PdfDict)
  const profiles = intents
    .map((intent) => intent.get('DestOutputProfile'))
    .filter((profile) => profile !== null)
  const [first = null, ...others] = profiles
  if (others.some((profile) => !isEqual(profile, first))) seen.tell('output_intents_differ')
  if (intents.some((intent) => nameIn(seen, intent, 'S') === 'GTS_PDFA1') && profiles.length === 0)
    seen.tell('output_profile_missing')
  const profile = outputProfile(file, at)
  if (profile === null) return
  const { bytes } = file.decode(profile, at)
  const components = file.resolve(profile.dict.get('N'), at)
  const spaces: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 }
  const space = Buffer.from(bytes.subarray(16, 20)).toString('latin1')
  const isProfile = bytes.length >= 128 && Buffer.from(bytes.subarray(36, 40)).toString('latin1') === 'acsp'
  const newest = claim.part === 1 ? 2 : 4
  if (!isProfile || spaces[space] !== components || (bytes[8] ?? 0) > newest)
    seen.tell('output_profile_wrong')
}

const standardTypes = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
)

/** ISO 19005-2, 6.7 */
function judgeTags(seen: Inspection, catalog: PdfDict): void {
  const { file, at } = seen
  const marks = file.resolve(catalog.get('MarkInfo'), at)
  if (!(marks instanceof PdfDict) || file.resolve(marks.get('Marked'), at) !== true) seen.tell('not_marked')
  if (!(file.resolve(catalog.get('StructTreeRoot'), at) instanceof PdfDict)) seen.tell('no_structure')
  const language = file.resolve(catalog.get('Lang'), at)
  const name = language instanceof PdfString ? Buffer.from(language.bytes).toString('latin1') : ''
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name)) seen.tell('no_language')
}

/** Each structure element is of a standard kind, or its kind stands for one. */
export function judgeElement(seen: Inspection, dict: PdfDict, object: number): void {
  if (seen.claim.conformance !== 'A' || nameIn(seen, dict, 'Type') !== 'StructElem') return
  const { file, at } = seen
  const root = file.resolve(file.catalog(at).get('StructTreeRoot'), at)
  const roles = root instanceof PdfDict ? file.resolve(root.get('RoleMap'), at) : null
  let kind = nameIn(seen, dict, 'S') ?? '?'
  for (let hops = 0; hops < 16 && !standardTypes.has(kind); hops++) {
    const next = roles instanceof PdfDict ? file.resolve(roles.get(kind), at) : null
    if (!(next instanceof PdfName)) break
    kind = next.value
  }
  if (kind === 'Figure' && dict.get('Alt') === null && dict.get('ActualText') === null)
    seen.tell('figure_without_words', object)
  if (!standardTypes.has(kind) && dict.get('NS') === null) seen.tell('structure_type', object, kind)
}
