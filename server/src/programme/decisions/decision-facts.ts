import {
  ancestorsOf,
  findUnitByCode,
  getUnit,
  type HoldingView,
  holdingFacts,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { isId } from '../../platform/id.ts'
import { invariant, notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { openDuplicatesOf } from '../appraisal/work-duplicates.ts'
import type { Issuer, OwnerOnDate } from '../rules/competence.ts'
import type { AppraisalFacts } from '../rules/guards/appraisal.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

/** What a decision on many works needs to know of them, with a fixed number of queries. */
export interface DecisionFactsOfWorks {
  readonly owners: ReadonlyMap<string, OwnerOnDate>
  readonly appraisals: ReadonlyMap<string, readonly AppraisalFacts[]>
  readonly openDuplicates: ReadonlyMap<string, readonly string[]>
}

/** The body that decides. The province's assigns to heads only (spec/programme.md, 3.2). @throws Refusal `not_found` */
export async function getIssuer(c: Context, codeOrId: string): Promise<Issuer> {
  const unit = isId(codeOrId)
    ? await getUnit(c, codeOrId, c.today)
    : await findUnitByCode(c, codeOrId, c.today)
  if (unit === undefined) throw notFound('unit')
  const rootId = unit.actsForId ?? unit.id
  return { name: unit.name, unitId: unit.id, rootId, headsOnly: unit.level === 'province' }
}

export async function loadDecisionFacts(
  c: Context,
  works: readonly LoadedWork[],
  on: PlainDate,
): Promise<DecisionFactsOfWorks> {
  return {
    owners: await ownersOn(
      c,
      works.map(({ row }) => row),
      on,
    ),
    appraisals: await appraisalsOf(c, works),
    openDuplicates: await openDuplicatesOf(
      c,
      works.map((work) => work.row.id),
    ),
  }
}

/** Whose a work is, as its row says. */
export type OwnedWork = Pick<LoadedWork['row'], 'id' | 'owner_kind' | 'owner_unit_id' | 'owner_holding_id'>

/** The owners as they stood on a day, by work, for the rules of competence. */
export async function ownersOn(
  c: Context,
  works: readonly OwnedWork[],
  on: PlainDate,
): Promise<ReadonlyMap<string, OwnerOnDate>> {
  const unitIds = works.filter((work) => work.owner_kind === 'collective').map((work) => work.owner_unit_id)
  const above = await ancestorsOf(c, unitIds, on)
  const units = await unitsOf(c, unitIds)
  const holdings = await holdingFacts(
    c,
    works.flatMap((work) => work.owner_holding_id ?? []),
    on,
  )
  return new Map(
    works.map((work): [string, OwnerOnDate] => {
      if (work.owner_holding_id !== null) return [work.id, personOn(holdings.get(work.owner_holding_id))]
      const unit = units.get(work.owner_unit_id)
      invariant(unit !== undefined, 'a collective work has its unit')
      const ancestors = (above.get(work.owner_unit_id) ?? []).filter(
        ({ depth, system }) => depth > 0 && answersThrough(unit.system).includes(system),
      )
      return [
        work.id,
        { kind: 'collective', unit: unit.name, ancestorIds: ancestors.map(({ ancestorId }) => ancestorId) },
      ]
    }),
  )
}

/** The Front and the mass organisations have no committee of their own that assigns works: the Party's does (spec/programme.md, 2). */
function answersThrough(system: string): readonly string[] {
  return system === 'front' || system === 'mass' ? [system, 'party'] : [system]
}

function personOn(held: HoldingView | undefined): OwnerOnDate {
  invariant(held !== undefined, 'a personal work has its holding')
  const { postTitle, unitName, isHead, active, managingRootId } = held
  return {
    kind: 'individual',
    post: `${held.personName}, ${postTitle}, ${unitName}`,
    isHead,
    held: active,
    managingRootId,
  }
}

async function unitsOf(c: Context, unitIds: readonly string[]) {
  if (unitIds.length === 0) return new Map<string, { name: string; system: string }>()
  const rows = await c.db
    .selectFrom('unit')
    .select(['id', 'name', 'system'])
    .where('id', 'in', [...new Set(unitIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function appraisalsOf(
  c: Context,
  works: readonly LoadedWork[],
): Promise<ReadonlyMap<string, readonly AppraisalFacts[]>> {
  const rows = await programmeDb(c)
    .selectFrom('appraisal')
    .select(['work_id', 'work_version', 'outcome', 'appraiser_unit_id'])
    .where(
      'work_id',
      'in',
      works.map((work) => work.row.id),
    )
    .execute()
  return new Map(
    works.map((work) => [
      work.row.id,
      rows
        .filter((row) => row.work_id === work.row.id)
        .map((row) => ({
          version: row.work_version,
          concluded: row.outcome !== null,
          byOwnUnit: [work.row.owner_unit_id, work.row.custodian_unit_id].includes(row.appraiser_unit_id),
        })),
    ]),
  )
}
