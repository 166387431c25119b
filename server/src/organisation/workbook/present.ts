import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { organisationDb } from '../tables.ts'
import type { Marks, WorkbookMarks } from './workbook-marks.ts'

/** A span of days; the last is the first that no longer counts. */
export interface Span {
  readonly from: string
  readonly to: string | null
}

export interface PresentUnit extends Span {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly system: string
  readonly level: string
  readonly kind: string
  readonly place: string | null
  readonly document: string | null
  readonly actsForId: string | null
  readonly illustrative: boolean
  /** Empty where it was never renamed. */
  readonly names: readonly (Span & {
    readonly id: string
    readonly name: string
    readonly shortName: string
  })[]
  readonly parents: readonly (Span & {
    readonly id: string
    readonly system: string
    readonly parentId: string
  })[]
}

export interface PresentPost extends Span {
  readonly id: string
  readonly code: string | null
  readonly unitId: string
  readonly title: string
  readonly isHead: boolean
  readonly illustrative: boolean
  readonly managers: readonly (Span & { readonly id: string; readonly unitId: string })[]
}

export interface PresentPerson {
  readonly id: string
  readonly code: string | null
  readonly fullName: string
  readonly illustrative: boolean
}

export interface PresentHolding extends Span {
  readonly id: string
  readonly postId: string
  readonly personId: string
  readonly capacity: string
  readonly document: string | null
  readonly endDocument: string | null
  readonly illustrative: boolean
}

/** As much of the directory as a workbook touches: all units, and of posts, persons and holdings those that it names. */
export interface PresentDirectory {
  readonly units: readonly PresentUnit[]
  readonly posts: readonly PresentPost[]
  readonly persons: readonly PresentPerson[]
  readonly holdings: readonly PresentHolding[]
}

/** Loads what the workbook touches with a few queries, however many rows it has. */
export async function loadPresent(c: Pick<Context, 'db'>, marks: WorkbookMarks): Promise<PresentDirectory> {
  const units = await loadUnits(c)
  const endedCodes = new Set(marks.ended)
  const ended = units.filter((unit) => endedCodes.has(unit.code)).map((unit) => unit.id)
  const posts = await loadPosts(c, marks.posts, ended)
  const persons = await loadPersons(c, marks.persons)
  const holdings = await loadHoldings(
    c,
    posts.map((post) => post.id),
  )
  return { units, posts, persons, holdings }
}

async function loadUnits(c: Pick<Context, 'db'>): Promise<PresentUnit[]> {
  const db = organisationDb(c)
  const units = await db
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'short_name', 'system', 'level', 'kind', 'place', 'founding_document'])
    .select(['acts_for_id', 'illustrative', 'valid_from', 'valid_to'])
    .orderBy('id')
    .execute()
  const names = await db
    .selectFrom('unit_name')
    .select(['id', 'unit_id', 'name', 'short_name', 'from_on', 'to_on'])
    .orderBy('from_on')
    .execute()
  const parents = await db
    .selectFrom('unit_parent')
    .select(['id', 'unit_id', 'system', 'parent_id', 'from_on', 'to_on'])
    .orderBy('from_on')
    .execute()
  const namesByUnit = Map.groupBy(names, (row) => row.unit_id)
  const parentsByUnit = Map.groupBy(parents, (row) => row.unit_id)
  return units.map((unit) => ({
    id: unit.id,
    code: unit.code,
    name: unit.name,
    shortName: unit.short_name,
    system: unit.system,
    level: unit.level,
    kind: unit.kind,
    place: unit.place,
    document: unit.founding_document,
    actsForId: unit.acts_for_id,
    illustrative: unit.illustrative,
    from: unit.valid_from,
    to: unit.valid_to,
    names: (namesByUnit.get(unit.id) ?? []).map((row) => ({
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      from: row.from_on,
      to: row.to_on,
    })),
    parents: (parentsByUnit.get(unit.id) ?? []).map((row) => ({
      id: row.id,
      system: row.system,
      parentId: row.parent_id,
      from: row.from_on,
      to: row.to_on,
    })),
  }))
}

async function loadPosts(
  c: Pick<Context, 'db'>,
  marks: Marks,
  ended: readonly string[],
): Promise<PresentPost[]> {
  const db = organisationDb(c)
  const rows = await db
    .selectFrom('post')
    .select(['id', 'code', 'unit_id', 'title', 'is_head', 'illustrative', 'valid_from', 'valid_to'])
    // What ends takes along its own posts, and must manage nobody else's.
    .where(
      sql<boolean>`(id = any(${marks.ids}::uuid[]) or code = any(${marks.codes}::text[])
        or unit_id = any(${ended}::uuid[])
        or id in (select post_id from post_management where unit_id = any(${ended}::uuid[])))`,
    )
    .orderBy('id')
    .execute()
  const managers = await db
    .selectFrom('post_management')
    .select(['id', 'post_id', 'unit_id', 'from_on', 'to_on'])
    .where('post_id', '=', sql<string>`any(${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('from_on')
    .execute()
  const byPost = Map.groupBy(managers, (row) => row.post_id)
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    unitId: row.unit_id,
    title: row.title,
    isHead: row.is_head,
    illustrative: row.illustrative,
    from: row.valid_from,
    to: row.valid_to,
    managers: (byPost.get(row.id) ?? []).map((one) => ({
      id: one.id,
      unitId: one.unit_id,
      from: one.from_on,
      to: one.to_on,
    })),
  }))
}

async function loadPersons(c: Pick<Context, 'db'>, marks: Marks): Promise<PresentPerson[]> {
  const rows = await organisationDb(c)
    .selectFrom('person')
    .select(['id', 'code', 'full_name', 'illustrative'])
    .where(sql<boolean>`(id = any(${marks.ids}::uuid[]) or code = any(${marks.codes}::text[]))`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    fullName: row.full_name,
    illustrative: row.illustrative,
  }))
}

async function loadHoldings(c: Pick<Context, 'db'>, postIds: readonly string[]): Promise<PresentHolding[]> {
  const rows = await organisationDb(c)
    .selectFrom('post_holding')
    .select([
      'id',
      'post_id',
      'person_id',
      'capacity',
      'document',
      'end_document',
      'illustrative',
      'from_on',
      'to_on',
    ])
    .where('post_id', '=', sql<string>`any(${[...postIds]}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    postId: row.post_id,
    personId: row.person_id,
    capacity: row.capacity,
    document: row.document,
    endDocument: row.end_document,
    illustrative: row.illustrative,
    from: row.from_on,
    to: row.to_on,
  }))
}
