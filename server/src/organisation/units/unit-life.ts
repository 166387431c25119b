import { sql } from 'kysely'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import type { PaperKind, UnitAct } from '../paper.ts'
import { nameOn } from '../relations/scope.ts'
import { type OrganisationSystem, organisationDb, type Reader } from '../tables.ts'
import type { UnitView } from './unit-view.ts'

type Database = Pick<Reader, 'db'>

/** The paper by which something changed. */
export interface Paper {
  readonly id: string | null
  readonly kind: PaperKind | null
  readonly number: string
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly hasFile: boolean
}

/** One dated change in a unit's life. */
export interface LifeEvent {
  readonly act: Exclude<UnitAct, 'correct'>
  readonly on: PlainDate
  /** The name that it got: by its founding, or by a renaming. */
  readonly name: string | null
  /** The one that it had before. */
  readonly nameBefore: string | null
  readonly system: OrganisationSystem | null
  readonly parentCode: string | null
  /** The parent's name of that day. */
  readonly parentName: string | null
  readonly paper: Paper | null
}

// A bound, not a page: a unit changes a few times in a generation.
const maxChanges = 200

/** What happened to a unit, the latest first, also what is recorded for days to come; each with its paper where one is known. */
export async function lifeOf(c: Database, unit: UnitView): Promise<readonly LifeEvent[]> {
  const names = await namesOf(c, unit.id)
  const papers = await papersOf(c, unit.id)
  const paperOf = (act: UnitAct, on: string, system: string | null = null): Paper | null =>
    papers.find((one) => one.act === act && one.on === on && one.system === system) ?? null
  const none = { name: null, nameBefore: null, system: null, parentCode: null, parentName: null }
  const founded: LifeEvent = {
    ...none,
    act: 'found',
    on: unit.validFrom,
    name: names[0]?.name ?? unit.name,
    paper: papers.find(({ act }) => act === 'found') ?? bareNumber(unit.foundingDocument),
  }
  const renamed = names.slice(1).map((one, index): LifeEvent => {
    const nameBefore = names[index]?.name ?? null
    return {
      ...none,
      act: 'rename',
      on: one.on,
      name: one.name,
      nameBefore,
      paper: paperOf('rename', one.on),
    }
  })
  const placed = (await placesOf(c, unit.id)).map(
    (one): LifeEvent => ({
      ...none,
      ...one,
      act: 'place',
      paper: paperOf('place', one.on, one.system),
    }),
  )
  const ended: LifeEvent[] =
    unit.validTo === null
      ? []
      : [{ ...none, act: 'end', on: unit.validTo, paper: paperOf('end', unit.validTo) }]
  // Of one day: founded, named, placed, ended; the latest stands first.
  return [founded, ...renamed, ...placed, ...ended]
    .map((event, index) => ({ event, index }))
    .sort((a, b) => (a.event.on === b.event.on ? b.index - a.index : a.event.on < b.event.on ? 1 : -1))
    .map(({ event }) => event)
}

const bareNumber = (number: string | null): Paper | null =>
  number === null ? null : { id: null, kind: null, number, issuedOn: null, issuer: null, hasFile: false }

async function namesOf(c: Database, unitId: string) {
  const rows = await organisationDb(c)
    .selectFrom('unit_name')
    .select(['name', 'from_on'])
    .where('unit_id', '=', unitId)
    .orderBy('from_on')
    .limit(maxChanges)
    .execute()
  return rows.map((row) => ({ name: row.name, on: plainDate(row.from_on) }))
}

async function placesOf(c: Database, unitId: string) {
  const rows = await organisationDb(c)
    .selectFrom('unit_parent as placed')
    .innerJoin('unit as parent', 'parent.id', 'placed.parent_id')
    .select(['placed.system', 'placed.from_on', 'parent.code'])
    .select(nameOn('parent', { column: 'placed.from_on' }).as('name'))
    .where('placed.unit_id', '=', unitId)
    .orderBy('placed.from_on')
    .orderBy('placed.system')
    .limit(maxChanges)
    .execute()
  return rows.map((row) => ({
    on: plainDate(row.from_on),
    system: row.system as OrganisationSystem,
    parentCode: row.code,
    parentName: row.name,
  }))
}

async function papersOf(c: Database, unitId: string) {
  const rows = await organisationDb(c)
    .selectFrom('unit_paper')
    .select(['id', 'act', 'system', 'effective_on', 'kind', 'number', 'issued_on', 'issuer'])
    .select(sql<boolean>`upload_id is not null`.as('has_file'))
    .where('unit_id', '=', unitId)
    // The one that was recorded last speaks for a change.
    .orderBy('recorded_at', 'desc')
    .limit(maxChanges)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    act: row.act as UnitAct,
    system: row.system,
    on: row.effective_on,
    kind: row.kind as PaperKind | null,
    number: row.number,
    issuedOn: row.issued_on === null ? null : plainDate(row.issued_on),
    issuer: row.issuer,
    hasFile: row.has_file,
  }))
}

/** The file of a unit's paper, or undefined. */
export async function findPaperUpload(
  c: Database,
  unitId: string,
  paperId: string,
): Promise<string | undefined> {
  const row = await organisationDb(c)
    .selectFrom('unit_paper')
    .select('upload_id')
    .where('unit_id', '=', unitId)
    .where('id', '=', paperId)
    .executeTakeFirst()
  return row?.upload_id ?? undefined
}
