import { checkWhole } from './check-whole.ts'
import {
  Draft,
  type Drafted,
  type DraftHolding,
  type DraftPerson,
  type DraftPost,
  type DraftUnit,
} from './draft.ts'
import { type SheetKey, sheetKeys } from './layout.ts'
import { planHoldings } from './plan-holdings.ts'
import { planPersons, planPosts } from './plan-posts.ts'
import { planUnits } from './plan-units.ts'
import type { Change, EndingRow, PlannedPaper, Planning } from './planning.ts'
import type { PresentDirectory } from './present.ts'
import type { ReadWorkbook } from './read-workbook.ts'

export interface Plan {
  readonly changes: readonly Change[]
  readonly draft: Draft
  /** Papers of changes in the lives of units. */
  readonly papers: readonly PlannedPaper[]
  /** Units that would end by this workbook. */
  readonly ending: readonly EndingRow[]
  /** Rows that would change nothing. */
  readonly same: Readonly<Record<SheetKey, number>>
}

/** What has to be written: everything of the draft that is not as it was. */
export interface PlannedWrites {
  readonly units: readonly DraftUnit[]
  readonly posts: readonly DraftPost[]
  readonly persons: readonly DraftPerson[]
  readonly holdings: readonly DraftHolding[]
}

export function writesOf({ units, posts, persons, holdings }: Draft): PlannedWrites {
  const isMoved = ({ state }: { readonly state: Drafted<object>['state'] }) => state !== 'kept'
  return {
    units: [...units.values()].filter((unit) => [unit, ...unit.names, ...unit.parents].some(isMoved)),
    posts: [...posts.values()].filter((post) => [post, ...post.managers].some(isMoved)),
    persons: [...persons.values()].filter(isMoved),
    holdings: holdings.filter(isMoved),
  }
}

export interface PlanInput
  extends Pick<Planning, 'access' | 'today' | 'effectiveOn' | 'newId' | 'bad' | 'warnings'> {
  readonly workbook: ReadWorkbook
  readonly present: PresentDirectory
}

/**
 * What a workbook would change in the directory, without changing anything; what cannot be is named in `bad`, cell by cell.
 * A row that is not in the workbook is left alone: nothing ends by being left out.
 */
export function planImport(input: PlanInput): Plan {
  const { workbook, present, ...given } = input
  const planning: Planning = {
    ...given,
    draft: new Draft(present),
    changes: [],
    papers: [],
    ending: [],
    endingPosts: [],
    placedBy: new Map(),
    begun: [],
    same: { units: 0, posts: 0, persons: 0, holdings: 0 },
  }
  planUnits(planning, workbook.rows.units)
  planPosts(planning, workbook.rows.posts)
  planPersons(planning, workbook.rows.persons)
  planHoldings(planning, workbook.rows.holdings)
  checkWhole(planning)
  const { draft, papers, ending, same } = planning
  const order = (change: Change) => sheetKeys.indexOf(change.sheet)
  const changes = planning.changes.toSorted((a, b) => order(a) - order(b) || a.row - b.row)
  return { changes, draft, papers, ending, same }
}
