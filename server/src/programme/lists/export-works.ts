import type { Context } from '../../platform/context.ts'
import { codeKey } from '../../platform/message-key.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type Cell,
  type Column,
  type SpreadsheetFormat,
  spreadsheetMediaTypes,
  writeSpreadsheet,
} from '../../platform/spreadsheet.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { WorkFilter } from '../filter/filter.ts'
import type { WorkSort } from '../filter/sorts.ts'
import { resolveWorkFilter, type WorkScope } from '../filter/work-scope.ts'
import { chosenWorks } from './chosen-works.ts'
import { countWorksWithin, readWorks } from './list-works.ts'
import type { WorkRow } from './work-rows.ts'

/** More than any office can read; a list that is longer is asked for in parts. */
export const maxExportedWorks = 50_000

const batchSize = 1000

export interface ExportedFile {
  readonly content: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

/**
 * The list of works as a spreadsheet: the same works in the same order as on the page, read in batches; or of them those
 * that were chosen alone.
 * @throws Refusal `export_too_long` with more than 50.000 works
 */
export async function exportWorks(
  c: Context,
  filter: WorkFilter,
  format: SpreadsheetFormat,
  { sort = 'due', chosen = [] }: { readonly sort?: WorkSort; readonly chosen?: readonly string[] } = {},
): Promise<ExportedFile> {
  const scope = await resolveWorkFilter(c, filter)
  const count = chosen.length > 0 ? chosen.length : await countWorksWithin(c, scope)
  if (count > maxExportedWorks) throw new Refusal('export_too_long', { count, most: maxExportedWorks })
  const columns = columnsOf(c)
  const content = await writeSpreadsheet(format, {
    name: c.t('export.sheet', { year: filter.year }),
    columns: columns.map(({ key, kind, width }) => ({ header: c.t(codeKey('export', key)), kind, width })),
    rows: chosen.length > 0 ? chosenCells(c, scope, chosen, columns) : cellsOf(c, scope, sort, columns),
  })
  return {
    content,
    mediaType: spreadsheetMediaTypes[format],
    fileName: `viec-dot-pha-${filter.year}-${filter.asOf}.${format}`,
  }
}

async function* chosenCells(
  c: Context,
  scope: WorkScope,
  chosen: readonly string[],
  columns: readonly WorkColumn[],
): AsyncGenerator<readonly Cell[]> {
  for (const row of await chosenWorks(c, scope, chosen)) yield columns.map((column) => column.cell(row))
}

async function* cellsOf(
  c: Context,
  scope: WorkScope,
  sort: WorkSort,
  columns: readonly WorkColumn[],
): AsyncGenerator<readonly Cell[]> {
  let cursor: string | null = null
  do {
    const batch = await readWorks(c, scope, { sort, cursor, size: batchSize })
    for (const row of batch.rows) yield columns.map((column) => column.cell(row))
    cursor = batch.next
  } while (cursor !== null)
}

interface WorkColumn extends Omit<Column, 'header'> {
  readonly key: string
  cell(row: WorkRow): Cell
}

const dateCell = (on: PlainDate | null): Cell => (on === null ? null : { on })

function columnsOf(c: Context): readonly WorkColumn[] {
  const text = (key: string, width: number, cell: (row: WorkRow) => Cell): WorkColumn => ({
    key,
    kind: 'text',
    width,
    cell,
  })
  const day = (key: string, on: (row: WorkRow) => PlainDate | null): WorkColumn => ({
    key,
    kind: 'date',
    width: 12,
    cell: (row) => dateCell(on(row)),
  })
  const number = (key: string, cell: (row: WorkRow) => number): WorkColumn => ({
    key,
    kind: 'number',
    width: 10,
    cell,
  })
  return [
    text('code', 20, (row) => row.code),
    text('title', 60, (row) => row.title),
    text('owner_kind', 12, (row) => c.t(`owner_kind.${row.owner.kind}`)),
    text('unit', 36, (row) => row.owner.unitName),
    text('holder', 24, (row) => row.owner.holderName),
    text('post', 24, (row) => row.owner.postTitle),
    text('tier', 18, (row) => c.t(`tier.${row.tier}`)),
    text('theme', 40, (row) => (row.theme === null ? null : `${row.theme.ord}. ${row.theme.headline}`)),
    text('state', 20, (row) => c.t(`state.${row.state}`)),
    day('state_since', (row) => row.stateSince),
    text('signals', 24, (row) => row.signals.map((signal) => c.t(`signal.${signal}`)).join('; ')),
    day('due_on', (row) => row.dueOn),
    day('first_due_on', (row) => row.firstDueOn ?? row.dueOn),
    text('assigner', 30, (row) => row.assignerName),
    number('targets', (row) => row.progress.targets),
    number('claimed', (row) => row.progress.claimed),
    number('confirmed', (row) => row.progress.confirmed),
    text('illustrative', 12, (row) => (row.illustrative ? c.t('export.is_illustrative') : null)),
  ]
}
