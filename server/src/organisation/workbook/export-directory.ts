import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Cell, spreadsheetMediaTypes, writeSpreadsheet } from '../../platform/spreadsheet.ts'
import { daysBetween, formatTypedDate, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { authorizeDirectory } from '../policy.ts'
import { nameOn, shortNameOn, spanCovers, unitsBelow } from '../relations/scope.ts'
import { systems } from '../relations/systems.ts'
import { organisationDb } from '../tables.ts'
import { guideRows } from './guide.ts'
import {
  guardedText,
  guideSheet,
  parentKey,
  type SheetKey,
  sheetKeys,
  sheets,
  type WorkbookColumn,
} from './layout.ts'
import { vietnamese } from './vietnamese.ts'

export interface ExportScope {
  readonly on: PlainDate
  /** With all below it; null: the whole directory. */
  readonly unit: { readonly id: string; readonly code: string } | null
}

/** One row as it stands in the database, by the keys of the columns. */
type ExportRow = Readonly<Record<string, string | boolean | null>>

/**
 * The directory of a day as a workbook that can be filled in and taken in again: one sheet each for units, posts, persons
 * and holdings, and how to fill them in. Only for those who keep a directory; each export is in the record.
 */
export async function exportDirectory(c: Context, scope: ExportScope): Promise<Uint8Array> {
  const rows = await exportedRows(c, scope)
  const where = scope.unit?.code ?? null
  return writeXlsx({
    sheets: [
      { name: guideSheet, columns: [{ width: 26 }, { width: 110 }], rows: guideRows(scope.on, where) },
      ...sheetKeys.map((key) => sheetOf(key, rows[key])),
    ],
  })
}

/** One sheet of it as CSV: to read, not to take in again. */
export async function exportDirectoryCsv(c: Context, scope: ExportScope, key: SheetKey): Promise<Uint8Array> {
  const rows = (await exportedRows(c, scope))[key]
  const { name, columns } = sheets[key]
  const cellOf = (column: WorkbookColumn, row: ExportRow): Cell => {
    const value = shownValue(column, row[column.key] ?? null)
    return column.kind === 'date' && value !== null ? { on: plainDate(value) } : value
  }
  return writeSpreadsheet('csv', {
    name,
    columns: columns.map(({ header, width }) => ({ header, width, kind: 'text' })),
    rows: (async function* () {
      for (const row of rows) yield columns.map((column) => cellOf(column, row))
    })(),
  })
}

export const workbookMediaType = spreadsheetMediaTypes.xlsx

async function exportedRows(c: Context, scope: ExportScope): Promise<Record<SheetKey, readonly ExportRow[]>> {
  authorizeDirectory(c, 'directory.export')
  const rows = {
    units: await unitRows(c, scope),
    posts: await postRows(c, scope),
    persons: await personRows(c, scope),
    holdings: await holdingRows(c, scope),
  }
  for (const key of sheetKeys)
    if (rows[key].length > sheets[key].maxRows)
      throw new Refusal('directory_too_long', { count: rows[key].length, most: sheets[key].maxRows })
  const counts = Object.fromEntries(sheetKeys.map((key) => [key, rows[key].length]))
  await audit(
    c,
    'directory.export',
    null,
    { on: scope.on, unit: scope.unit?.code ?? null, ...counts },
    'read',
  )
  return rows
}

function shownValue(column: WorkbookColumn, value: string | boolean | null): string | null {
  if (column.kind === 'flag') return value === true ? 'x' : null
  if (typeof value !== 'string') return null
  return column.choice === undefined ? value : (vietnamese[`${column.choice.prefix}.${value}`] ?? value)
}

const excelDayZero = plainDate('1899-12-30')
// Excel believes in a 29/2/1900: what lies before it is written out.
const firstSoundDay = plainDate('1900-03-01')

function xlsxCell(column: WorkbookColumn, raw: string | boolean | null): CellValue {
  const value = shownValue(column, raw)
  if (value === null) return null
  if (column.kind !== 'date') return guardedText(value)
  const on = plainDate(value)
  return on < firstSoundDay ? formatTypedDate(on) : daysBetween(excelDayZero, on)
}

function sheetOf(key: SheetKey, rows: readonly ExportRow[]): WriteSheet {
  const { name, columns } = sheets[key]
  return {
    name,
    columns: columns.map(({ width, kind }) => ({
      width,
      ...(kind === 'date' ? { numFmt: 'dd/mm/yyyy' } : {}),
    })),
    rows: [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((column) => xlsxCell(column, row[column.key] ?? null))),
    ],
    freezePane: { rows: 1 },
  }
}

const within = (c: Context, { unit, on }: ExportScope, column: string) =>
  unit === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} in (${unitsBelow(c, { unitId: unit.id, on })})`

async function unitRows(c: Context, scope: ExportScope): Promise<ExportRow[]> {
  const { on } = scope
  const db = organisationDb(c)
  const rows = await db
    .selectFrom('unit')
    .leftJoin('unit as committee', 'committee.id', 'unit.acts_for_id')
    .select([
      'unit.id',
      'unit.code',
      'unit.system',
      'unit.level',
      'unit.kind',
      'unit.place',
      'unit.illustrative',
    ])
    .select(['unit.valid_from', 'unit.valid_to', 'unit.founding_document', 'committee.code as acts_for'])
    .select([nameOn('unit', on).as('name'), shortNameOn('unit', on).as('short_name')])
    .where(spanCovers('unit.valid_from', 'unit.valid_to', on))
    .where(within(c, scope, 'unit.id'))
    .orderBy(sql`unit.code collate "C"`)
    .execute()
  const parents = await db
    .selectFrom('unit_parent')
    .innerJoin('unit as parent', 'parent.id', 'unit_parent.parent_id')
    .select(['unit_parent.unit_id', 'unit_parent.system', 'parent.code'])
    .where(spanCovers('unit_parent.from_on', 'unit_parent.to_on', on))
    .where(spanCovers('parent.valid_from', 'parent.valid_to', on))
    .execute()
  const byUnit = Map.groupBy(parents, (row) => row.unit_id)
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    system: row.system,
    level: row.level,
    kind: row.kind,
    place: row.place,
    actsFor: row.acts_for,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    document: row.founding_document,
    illustrative: row.illustrative,
    ...Object.fromEntries(
      systems.map((system) => [
        parentKey(system),
        byUnit.get(row.id)?.find((parent) => parent.system === system)?.code ?? null,
      ]),
    ),
  }))
}

async function postRows(c: Context, scope: ExportScope): Promise<ExportRow[]> {
  const { on } = scope
  const rows = await organisationDb(c)
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('post_management as managed', (join) =>
      join.onRef('managed.post_id', '=', 'post.id').on(spanCovers('managed.from_on', 'managed.to_on', on)),
    )
    .leftJoin('unit as manager', 'manager.id', 'managed.unit_id')
    .select(['post.title', 'post.is_head', 'post.valid_from', 'post.valid_to', 'post.illustrative'])
    .select([
      sql<string>`coalesce(post.code, post.id::text)`.as('mark'),
      'unit.code as unit',
      'manager.code as manager',
    ])
    .select(nameOn('unit', on).as('unit_name'))
    .where(spanCovers('post.valid_from', 'post.valid_to', on))
    .where(spanCovers('unit.valid_from', 'unit.valid_to', on))
    .where(within(c, scope, 'post.unit_id'))
    .orderBy(sql`unit.code collate "C"`)
    .orderBy('post.is_head', 'desc')
    .orderBy(sql`coalesce(post.code, post.id::text) collate "C"`)
    .execute()
  return rows.map((row) => ({
    mark: row.mark,
    unit: row.unit,
    unitName: row.unit_name,
    title: row.title,
    isHead: row.is_head,
    manager: row.manager,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    illustrative: row.illustrative,
  }))
}

const heldIn = (c: Context, scope: ExportScope) =>
  organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .where(spanCovers('held.from_on', 'held.to_on', scope.on))
    .where(spanCovers('post.valid_from', 'post.valid_to', scope.on))
    .where(spanCovers('unit.valid_from', 'unit.valid_to', scope.on))
    .where(within(c, scope, 'post.unit_id'))

/** Of the whole directory all persons; of a part of it those who hold something in it. */
async function personRows(c: Context, scope: ExportScope): Promise<ExportRow[]> {
  const rows = await organisationDb(c)
    .selectFrom('person')
    .select([
      sql<string>`coalesce(person.code, person.id::text)`.as('mark'),
      'person.full_name',
      'person.illustrative',
    ])
    .$if(scope.unit !== null, (query) =>
      query.where('person.id', 'in', heldIn(c, scope).select('held.person_id')),
    )
    .orderBy(sql`coalesce(person.code, person.id::text) collate "C"`)
    .execute()
  return rows.map((row) => ({ mark: row.mark, fullName: row.full_name, illustrative: row.illustrative }))
}

async function holdingRows(c: Context, scope: ExportScope): Promise<ExportRow[]> {
  const rows = await heldIn(c, scope)
    .innerJoin('person', 'person.id', 'held.person_id')
    .select([
      sql<string>`coalesce(post.code, post.id::text)`.as('post'),
      sql<string>`post.title || ', ' || ${nameOn('unit', scope.on)}`.as('post_title'),
      sql<string>`coalesce(person.code, person.id::text)`.as('person'),
    ])
    .select([
      'person.full_name',
      'held.capacity',
      'held.from_on',
      'held.to_on',
      'held.document',
      'held.end_document',
    ])
    .select('held.illustrative')
    .orderBy(sql`unit.code collate "C"`)
    .orderBy(sql`coalesce(post.code, post.id::text) collate "C"`)
    .orderBy('held.from_on')
    .orderBy(sql`coalesce(person.code, person.id::text) collate "C"`)
    .execute()
  return rows.map((row) => ({
    post: row.post,
    postTitle: row.post_title,
    person: row.person,
    personName: row.full_name,
    capacity: row.capacity,
    fromOn: row.from_on,
    toOn: row.to_on,
    document: row.document,
    endDocument: row.end_document,
    illustrative: row.illustrative,
  }))
}
