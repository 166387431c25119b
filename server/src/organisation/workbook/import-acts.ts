import { z } from 'zod'
import { optionalText, whole } from '../../platform/http/fields.ts'
import { maxPageSize } from '../../platform/http/paging.ts'
import { type ApiRoute, apiRead, apiWrite, endpoint } from '../../platform/http/route.ts'
import type { UnitDependants } from '../units/end-unit.ts'
import { faultCodes, warningCodes } from './bad-cell.ts'
import { listImportChanges } from './import-changes.ts'
import { applyImport, applyImportInput, prepareImport, prepareImportInput } from './import-directory.ts'
import { sheetKeys } from './layout.ts'
import type { Change } from './planning.ts'
import { getOwnImport } from './prepared-import.ts'

/** The two acts of an import, as pages and machines call them. */
export function importActsFor(others: readonly UnitDependants[]) {
  return {
    prepare: endpoint({
      name: 'directory.import_prepare',
      input: prepareImportInput,
      async run(c, input) {
        const { importId, report } = await prepareImport(c, input, others)
        return { id: importId, version: 1, badCells: report.badCellsTotal, changes: report.changesTotal }
      },
    }),
    apply: endpoint({
      name: 'directory.import',
      input: applyImportInput,
      async run(c, input) {
        const { importId, changes } = await applyImport(c, input, others)
        return { id: importId, changes }
      },
    }),
  }
}
export type ImportActs = ReturnType<typeof importActsFor>

const count = z.number().int()
const counts = z.object({ add: count, change: count, end: count, same: count })
const params = z.record(z.string(), z.union([z.string(), z.number()]))

const change = z.object({
  sheet: z.enum(sheetKeys),
  row: count.describe('As the spreadsheet counts them.'),
  act: z.enum(['add', 'change', 'end']),
  subject: z.string(),
  details: z.array(z.object({ heading: z.string(), before: z.string(), after: z.string() })),
})

const importRead = apiRead({
  path: '/directory-imports/:importId',
  name: 'directory.import_read',
  query: z.strictObject({}),
  output: z.object({
    id: z.string(),
    version: count,
    effectiveOn: z.iso.date(),
    document: z.string(),
    applied: z.boolean(),
    counts: z.object({ units: counts, posts: counts, persons: counts, holdings: counts }),
    changesTotal: count,
    changes: z.array(change).describe('The first 1,000; all of them are listed under `/changes`.'),
    badCellsTotal: count,
    badCells: z
      .array(
        z.object({
          sheet: z.string(),
          cell: z.string().describe('Such as C17.'),
          found: z.string(),
          code: z.enum(faultCodes),
          detail: z.string().describe('What is wrong and what to do, in the caller’s language.'),
          params,
          dependants: count.describe('Other rows that are not taken in only because of this cell.'),
        }),
      )
      .describe('The first 1,000.'),
    warningsTotal: count,
    warnings: z
      .array(
        z.object({
          sheet: z.string(),
          cell: z.string(),
          found: z.string(),
          code: z.enum(warningCodes),
          detail: z.string().describe('What should be looked at, in the caller’s language.'),
          params,
        }),
      )
      .describe('They keep nobody from going on. The first 1,000.'),
    ignoredSheets: z.array(z.string()),
  }),
  async run(c, { params: { importId = '' } }) {
    const { report, ...prepared } = await getOwnImport(c, importId)
    return {
      id: prepared.id,
      version: prepared.version,
      effectiveOn: prepared.effectiveOn,
      document: prepared.document,
      applied: prepared.appliedAt !== null,
      counts: report.counts,
      changesTotal: report.changesTotal,
      changes: report.changes.map(written),
      badCellsTotal: report.badCellsTotal,
      badCells: report.badCells.map((cell) => ({
        ...cell,
        params: { ...cell.params },
        dependants: cell.dependants ?? 0,
        detail: c.t(`workbook.fault.${cell.code}`, cell.params),
      })),
      warningsTotal: report.warningsTotal ?? 0,
      warnings: (report.warnings ?? []).map((cell) => ({
        ...cell,
        params: { ...cell.params },
        detail: c.t(`workbook.warning.${cell.code}`, cell.params),
      })),
      ignoredSheets: [...report.ignoredSheets],
    }
  },
})

const written = (one: Change) => ({ ...one, details: [...one.details] })

const importChanges = apiRead({
  path: '/directory-imports/:importId/changes',
  name: 'directory.import_changes',
  query: z.strictObject({ limit: whole(1, maxPageSize).optional(), cursor: optionalText(2000) }),
  output: z.object({ items: z.array(change), next: z.string().nullable(), total: count }),
  async run(c, { params: { importId = '' }, query }) {
    const list = await listImportChanges(c, importId, query)
    return { ...list, items: list.items.map(written) }
  },
})

/** Imports for machines: hand the file in at `/files`, have it read, look at the answer, carry it out. */
export const importApi = (acts: ImportActs): readonly ApiRoute[] => [
  importRead,
  importChanges,
  apiWrite({
    path: '/directory-imports',
    endpoint: acts.prepare,
    output: z.object({ id: z.string(), version: count, badCells: count, changes: count }),
    status: 201,
    location: ({ id }) => `/directory-imports/${id}`,
  }),
  apiWrite({
    path: '/directory-imports/:importId/application',
    endpoint: acts.apply,
    output: z.object({ id: z.string(), changes: count }),
    status: 201,
    location: ({ id }) => `/directory-imports/${id}`,
  }),
]
