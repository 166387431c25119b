import { type Insertable, sql } from 'kysely'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import { newId } from '../../platform/id.ts'
import { rebuildAllAncestors, rebuildAncestors } from '../relations/closure.ts'
import { organisationDb } from '../tables.ts'
import type { Drafted } from './draft.ts'
import type { PlannedWrites } from './plan.ts'
import type { WholePlan } from './planner.ts'
import type { Change, PlannedPaper } from './planning.ts'

// PostgreSQL takes 65,535 parameters a statement; the widest row has thirteen.
const rowsAStatement = 2000
// // From this number on, recomputing the whole tree is faster than finding what is below each unit.
const manyUnits = 500
const changesAnEntry = 500

/** Writes what was planned: a few statements for thousands of rows, and every change in the record. */
export async function applyPlan(
  c: Context,
  { writes, papers, changes }: WholePlan,
  paper: { readonly importId: string; readonly document: string },
): Promise<void> {
  await writeUnits(c, writes)
  await writePosts(c, writes)
  await writeHoldings(c, writes)
  await writePapers(c, papers, paper.document)
  await rebuildChanged(c, writes)
  await recordChanges(c, changes, paper)
}

const isNew = (thing: { readonly state: Drafted<object>['state'] }) => thing.state === 'new'
const isChanged = (thing: { readonly state: Drafted<object>['state'] }) => thing.state === 'changed'

async function writeUnits(c: Context, { units }: PlannedWrites): Promise<void> {
  const rows = units.filter(isNew).map(
    (unit): Insertable<DB['unit']> => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      short_name: unit.shortName,
      system: unit.system,
      level: unit.level,
      kind: unit.kind,
      place: unit.place,
      acts_for_id: unit.actsForId,
      valid_from: unit.from,
      valid_to: unit.to,
      founding_document: unit.document,
      illustrative: unit.illustrative,
    }),
  )
  // Whom a body acts for is there before it.
  await insertAll(
    c,
    'unit',
    rows.filter((row) => row.acts_for_id === null),
  )
  await insertAll(
    c,
    'unit',
    rows.filter((row) => row.acts_for_id !== null),
  )
  await updateAll(
    c,
    units.filter((unit) => !isNew(unit)),
    (json) => sql`
    update unit set name = r.name, short_name = r."shortName", level = r.level, kind = r.kind, place = r.place,
      founding_document = r.document, valid_from = r."from", valid_to = r."to", version = version + 1
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, name text, "shortName" text, level text, kind text, place text,
      document text, "from" date, "to" date) where unit.id = r.id`,
  )
  const names = units.flatMap((unit) => unit.names.map((span) => ({ ...span, unitId: unit.id })))
  await moveSpans(c, 'unit_name', names)
  await insertAll(
    c,
    'unit_name',
    names.filter(isNew).map((span) => ({
      id: span.id,
      unit_id: span.unitId,
      name: span.name,
      short_name: span.shortName,
      from_on: span.from,
      to_on: span.to,
    })),
  )
  const parents = units.flatMap((unit) => unit.parents.map((span) => ({ ...span, unitId: unit.id })))
  await moveSpans(c, 'unit_parent', parents)
  await insertAll(
    c,
    'unit_parent',
    parents.filter(isNew).map((span) => ({
      id: span.id,
      unit_id: span.unitId,
      parent_id: span.parentId,
      system: span.system,
      from_on: span.from,
      to_on: span.to,
    })),
  )
}

async function writePosts(c: Context, { posts }: PlannedWrites): Promise<void> {
  await updateAll(
    c,
    posts.filter(isChanged),
    (json) => sql`
    update post set title = r.title, valid_to = r."to", version = version + 1
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, title text, "to" date) where post.id = r.id`,
  )
  await insertAll(
    c,
    'post',
    posts.filter(isNew).map((post) => ({
      id: post.id,
      code: post.code,
      unit_id: post.unitId,
      title: post.title,
      is_head: post.isHead,
      illustrative: post.illustrative,
      valid_from: post.from,
      valid_to: post.to,
    })),
  )
  const managers = posts.flatMap((post) => post.managers.map((span) => ({ ...span, postId: post.id })))
  await moveSpans(c, 'post_management', managers)
  await insertAll(
    c,
    'post_management',
    managers.filter(isNew).map((span) => ({
      id: span.id,
      post_id: span.postId,
      unit_id: span.unitId,
      from_on: span.from,
      to_on: span.to,
    })),
  )
}

async function writeHoldings(c: Context, { persons, holdings }: PlannedWrites): Promise<void> {
  await updateAll(
    c,
    persons.filter(isChanged),
    (json) => sql`
    update person set full_name = r."fullName", version = version + 1
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "fullName" text) where person.id = r.id`,
  )
  await insertAll(
    c,
    'person',
    persons.filter(isNew).map((person) => ({
      id: person.id,
      code: person.code,
      full_name: person.fullName,
      illustrative: person.illustrative,
    })),
  )
  await updateAll(
    c,
    holdings.filter(isChanged),
    (json) => sql`
    update post_holding set to_on = r."to", document = r.document, end_document = r."endDocument"
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "to" date, document text, "endDocument" text)
    where post_holding.id = r.id`,
  )
  await insertAll(
    c,
    'post_holding',
    holdings.filter(isNew).map((holding) => ({
      id: holding.id,
      post_id: holding.postId,
      person_id: holding.personId,
      capacity: holding.capacity,
      document: holding.document,
      end_document: holding.endDocument,
      illustrative: holding.illustrative,
      from_on: holding.from,
      to_on: holding.to,
      begun_by: c.actor.accountId,
      begun_at: c.now,
    })),
  )
}

async function writePapers(c: Context, papers: readonly PlannedPaper[], document: string): Promise<void> {
  // Where a unit's founding paper is not known, that of the import is none of its own.
  const own = papers.filter((paper) => paper.act !== 'found' || paper.number !== null)
  await insertAll(
    c,
    'unit_paper',
    own.map((paper) => ({
      id: newId(),
      unit_id: paper.unitId,
      act: paper.act,
      system: paper.system,
      effective_on: paper.effectiveOn,
      number: paper.number ?? document,
      recorded_at: c.now,
    })),
  )
}

async function rebuildChanged(c: Context, { units }: PlannedWrites): Promise<void> {
  const moved = units
    .filter((unit) => unit.state !== 'kept' || unit.parents.some((span) => span.state !== 'kept'))
    .map((unit) => unit.id)
  if (moved.length > manyUnits) await rebuildAllAncestors(c.db)
  else await rebuildAncestors(c, moved)
}

/** Every change is in the record, some hundred to an entry, each with its row, and what was there before. */
async function recordChanges(
  c: Context,
  changes: readonly Change[],
  { importId, document }: { readonly importId: string; readonly document: string },
): Promise<void> {
  const target = { kind: 'directory_import', id: importId }
  for (let at = 0; at < changes.length; at += changesAnEntry) {
    const part = changes.slice(at, at + changesAnEntry)
    await audit(c, 'directory.import', target, { document, from: at + 1, of: changes.length, changes: part })
  }
}

async function insertAll<Table extends keyof DB>(
  c: Context,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAStatement)
    // Kysely cannot follow a table that is a parameter; the signature above ties the rows to it.
    await organisationDb(c)
      .insertInto(table as never)
      .values(rows.slice(at, at + rowsAStatement) as never)
      .execute()
}

/** Spans get another first or last day; nothing else of them may change. */
async function moveSpans(
  c: Context,
  table: 'unit_name' | 'unit_parent' | 'post_management',
  spans: readonly { readonly state: Drafted<object>['state'] }[],
): Promise<void> {
  await updateAll(
    c,
    spans.filter(isChanged),
    (json) => sql`update ${sql.table(table)} span set from_on = r."from", to_on = r."to"
      from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "from" date, "to" date) where span.id = r.id`,
  )
}

async function updateAll<Thing extends object>(
  c: Context,
  things: readonly Thing[],
  statement: (json: string) => ReturnType<typeof sql>,
): Promise<void> {
  for (let at = 0; at < things.length; at += rowsAStatement)
    await statement(JSON.stringify(things.slice(at, at + rowsAStatement))).execute(c.db)
}
