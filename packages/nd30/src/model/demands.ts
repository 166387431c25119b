import { blockFaults } from './block-demands.ts'
import type { Annex, CopyBlock, OfficialDocument, PlaceAndDate, SignatureBlock } from './document.ts'
import type { FaultCode } from './fault-code.ts'
import { fault, type ModelFault } from './faults.ts'
import { kindDemands } from './kind-demands.ts'
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

function kindFaults(document: OfficialDocument, kind: Kind): readonly ModelFault[] {
  const { needed, refused, fewestSignatures } = kindDemands(document.profile, kind)
  return [
    ...needed.flatMap((field) => when(isMissing(document, field), [field], 'needed_by_kind')),
    ...refused.flatMap((field) => when(document[field] !== undefined, [field], 'not_in_kind')),
    ...when(document.signatures.length < fewestSignatures, ['signatures'], 'two_signatures'),
  ]
}

/** An empty list says as little as none; a text that is there and empty is told by `emptyTexts`. */
const isMissing = (document: OfficialDocument, field: keyof OfficialDocument): boolean =>
  field === 'addressees' || field === 'bases'
    ? (document[field] ?? []).length === 0
    : document[field] === undefined

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
