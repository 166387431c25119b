import type { PersonId } from '../../../organisation/index.ts'
import type { ImportedFile } from '../../../platform/files/uploads.ts'
import { newId } from '../../../platform/id.ts'
import type { ProgrammeData, ProgrammeId } from '../../../programme/import/index.ts'
import type { Paper, StoredPapers } from '../../files.ts'

type Lists = Pick<
  ProgrammeData,
  | 'works'
  | 'workContentGroups'
  | 'supportingUnits'
  | 'versions'
  | 'decisions'
  | 'decisionItems'
  | 'spans'
  | 'targets'
  | 'steps'
  | 'appraisals'
  | 'reports'
  | 'reportValues'
  | 'evidence'
  | 'recognitions'
  | 'completions'
  | 'adjustments'
>

type Mutable = { -readonly [Kind in keyof Lists]: Lists[Kind][number][] }

/** A file handed in, as the bulk load takes it. */
export interface HandedIn {
  readonly id: string
  readonly uploadedBy: string
  readonly file: ImportedFile
}

/** What all invented works share: the programme that they belong to, and where their rows are collected. */
export class RegisterRows implements Mutable {
  readonly works: Mutable['works'] = []
  readonly workContentGroups: Mutable['workContentGroups'] = []
  readonly supportingUnits: Mutable['supportingUnits'] = []
  readonly versions: Mutable['versions'] = []
  readonly decisions: Mutable['decisions'] = []
  readonly decisionItems: Mutable['decisionItems'] = []
  readonly spans: Mutable['spans'] = []
  readonly targets: Mutable['targets'] = []
  readonly steps: Mutable['steps'] = []
  readonly appraisals: Mutable['appraisals'] = []
  readonly reports: Mutable['reports'] = []
  readonly reportValues: Mutable['reportValues'] = []
  readonly evidence: Mutable['evidence'] = []
  readonly recognitions: Mutable['recognitions'] = []
  readonly completions: Mutable['completions'] = []
  readonly adjustments: Mutable['adjustments'] = []
  readonly uploads: HandedIn[] = []

  readonly programmeId: ProgrammeId
  readonly year: number
  readonly #papers: StoredPapers
  readonly #uploadedBy: string
  readonly #lastCodes = new Map<string, number>()

  constructor(
    programme: { readonly id: ProgrammeId; readonly year: number },
    papers: StoredPapers,
    uploadedBy: string,
  ) {
    this.programmeId = programme.id
    this.year = programme.year
    this.#papers = papers
    this.#uploadedBy = uploadedBy
  }

  /** A paper handed in once more: the same bytes under an id of its own, as if somebody had brought it. */
  handIn(paper: Paper): string {
    const upload = this.paper(paper)
    this.uploads.push(upload)
    return upload.id
  }

  /** The same, for somebody who hands it in later. */
  paper(paper: Paper): HandedIn {
    return { id: newId<'upload'>(), uploadedBy: this.#uploadedBy, file: this.#papers[paper] }
  }

  /** The next code of a unit (design 8.11). */
  takeCode(unitCode: string): string {
    const last = (this.#lastCodes.get(unitCode) ?? 0) + 1
    this.#lastCodes.set(unitCode, last)
    return `${this.year}-${unitCode}-${String(last).padStart(3, '0')}`
  }
}

/** Somebody who acts for a body; the account only where they can sign in. */
export interface Official {
  readonly personId: PersonId
  readonly accountId: string | null
}
