import { blockFaults } from './block-demands.ts'
import type { Annex, CopyBlock, OfficialDocument, PlaceAndDate, SignatureBlock } from './document.ts'
import type { FaultCode } from './fault-code.ts'
import { fault, type ModelFault } from './faults.ts'
import { type Kind, kindById } from './kinds.ts'

type Path = readonly PropertyKey[]
const when = (wrong: boolean, path: Path, code: FaultCode) => (wrong ? [fault(path, code)] : [])

/** What the form demands of a document of its kind and its JSON does not have. */
export function demandFaults(document: OfficialDocument): readonly ModelFault[] {
  const kind = kindById(document.profile, document.kind)
  if (!kind) return [fault(['kind'], 'kind_unknown')]
  return [
    ...kindFaults(document, kind),
    ...dateFaults(document.issued, ['issued']),
    ...document.signatures.flatMap((block, index) => signatureFaults(block, ['signatures', index])),
    ...document.body.flatMap((block, index) => blockFaults(block, ['body', index], false)),
    ...(document.annexes ?? []).flatMap((annex, index) => annexFaults(annex, document, ['annexes', index])),
    ...(document.copy ? copyFaults(document.copy) : []),
    ...emptyTexts(document),
  ]
}

/** Kinds whose sample in annex III, or whose nature, has no abstract. */
const withoutAbstract = new Set([
  'giay-gioi-thieu',
  'giay-nghi-phep',
  'giay-chung-nhan',
  'giay-di-duong',
  'thu-cong',
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
  'cuong-linh',
  'dieu-le',
  'tuyen-bo',
  'loi-keu-goi',
])

/** Annex III: what stands in every sample of the kind. */
function kindFaults(document: OfficialDocument, kind: Kind): readonly ModelFault[] {
  const state = document.profile === 'state'
  const minutes = kind.shape === 'minutes'
  const numbered =
    !minutes && kind.id !== 'thu-cong' && (kind.abbreviation !== null || kind.shape === 'letter')
  const deciding = state && (kind.id === 'quyet-dinh' || kind.id === 'nghi-quyet')
  const addressed = kind.shape === 'letter' || (state && kind.id === 'cong-dien')
  return [
    ...when(numbered && !document.number, ['number'], 'needed_by_kind'),
    ...when(!minutes && !document.issued, ['issued'], 'needed_by_kind'),
    ...when(state && minutes && document.issued !== undefined, ['issued'], 'not_in_kind'),
    ...when(!withoutAbstract.has(kind.id) && document.abstract === undefined, ['abstract'], 'needed_by_kind'),
    ...when(addressed && (document.addressees ?? []).length === 0, ['addressees'], 'needed_by_kind'),
    ...when(deciding && document.competence === undefined, ['competence'], 'needed_by_kind'),
    ...when(deciding && (document.bases ?? []).length === 0, ['bases'], 'needed_by_kind'),
    ...when(minutes && document.signatures.length < 2, ['signatures'], 'two_signatures'),
  ]
}

function dateFaults(issued: PlaceAndDate | undefined, path: Path): readonly ModelFault[] {
  const date = issued?.date
  return date == null ? [] : when(!isRealDate(date), [...path, 'date'], 'date_wrong')
}

function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, day))
  return year >= 1945 && year < 2200 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

/** Decree 30, art. 13 and annex I, part II, 7: TM. before the others, each once; Q. is the position itself. */
function signatureFaults(block: SignatureBlock, path: Path): readonly ModelFault[] {
  const prefixes = (block.authority ?? []).map(({ prefix }) => prefix)
  const acting = prefixes.at(-1) === 'Q'
  return [
    ...when(
      new Set(prefixes).size < prefixes.length ||
        prefixes.lastIndexOf('TM') > 0 ||
        prefixes.slice(0, -1).includes('Q'),
      [...path, 'authority'],
      'authority_wrong',
    ),
    ...when(!acting && block.position === undefined, [...path, 'position'], 'position_needed'),
    ...when(acting && block.position !== undefined, [...path, 'position'], 'position_too_many'),
  ]
}

function annexFaults(annex: Annex, document: OfficialDocument, path: Path): readonly ModelFault[] {
  const attached = annex.type === 'attached'
  const known = annex.kind !== undefined && kindById(document.profile, annex.kind) !== undefined
  const numbered = document.issued?.date != null && document.number?.value != null
  return [
    ...when(attached !== (annex.kind !== undefined), [...path, 'kind'], 'attached_kind'),
    ...when(annex.kind !== undefined && !known, [...path, 'kind'], 'kind_unknown'),
    ...when(
      annex.reference === 'filled' && !(numbered && document.issuerInText !== undefined),
      [...path, 'reference'],
      'reference_needs',
    ),
    ...when(annex.title.length === 0, [...path, 'title'], 'empty'),
    ...annex.body.flatMap((block, index) =>
      blockFaults(block, [...path, 'body', index], annex.landscape ?? false),
    ),
  ]
}

const copyFaults = (copy: CopyBlock): readonly ModelFault[] => [
  ...dateFaults(copy.issued, ['copy', 'issued']),
  ...signatureFaults(copy.signature, ['copy', 'signature']),
]

const emptyTexts = ({ abstract, bases = [] }: OfficialDocument): readonly ModelFault[] => [
  ...when(abstract?.length === 0, ['abstract'], 'empty'),
  ...bases.flatMap((base, index) => when(base.length === 0, ['bases', index], 'empty')),
]
