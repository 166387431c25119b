import { unitCodeOf, unitNameOf } from '../../organisation/index.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { programmeDb } from '../tables.ts'

type Database = Pick<PublicContext, 'db'>

/** A paper that guides the programme: 05-CT/TW, 01-KL/TW, a resolution. */
export interface GuidingDocument {
  readonly id: string
  /** What stands in addresses. */
  readonly ref: string
  readonly number: string | null
  readonly kind: string
  readonly issuerName: string
  readonly title: string
  readonly issuedOn: PlainDate | null
  readonly continuesId: string | null
  readonly sourceId: string | null
  readonly sourceQuote: string | null
}

/** A year's programme as a link of the chain. */
export interface ProgrammeLink {
  readonly year: number
  readonly name: string
  readonly unitCode: string
  readonly unitName: string
  /** Carried out by the programme, or standing next to it. */
  readonly role: 'basis' | 'linked'
}

export interface ThemeLink {
  readonly ord: number
  readonly headline: string
  readonly parts: readonly string[]
  readonly setByName: string
  readonly sourceQuote: string | null
}

export interface ProgrammeGuidance {
  /** From the first paper to the one that the programme carries out: 05-CT/TW, then 01-KL/TW. */
  readonly basis: readonly GuidingDocument[]
  readonly linked: readonly GuidingDocument[]
}

/** The papers above a programme. */
export async function guidanceOfProgramme(c: Database, programmeId: string): Promise<ProgrammeGuidance> {
  const rows = await selectDocuments(c)
    .innerJoin('programme_basis', 'programme_basis.document_id', 'guiding_document.id')
    .select('programme_basis.role')
    .where('programme_basis.programme_id', '=', programmeId)
    .orderBy('programme_basis.ord')
    .limit(maxDocuments)
    .execute()
  const ofRole = (role: string) => rows.filter((row) => row.role === role).map(documentOf)
  return { basis: firstToLast(ofRole('basis')), linked: ofRole('linked') }
}

/** What continues another stands after it, whatever the order in which they were recorded. */
export function firstToLast(documents: readonly GuidingDocument[]): readonly GuidingDocument[] {
  const ordered: GuidingDocument[] = []
  let left = [...documents]
  while (left.length > 0) {
    const next = left.find(({ continuesId }) => !left.some(({ id }) => id === continuesId)) ?? left[0]
    if (next === undefined) break
    ordered.push(next)
    left = left.filter((document) => document !== next)
  }
  return ordered
}

/** A guiding paper with what it continues, what continues it, and the programmes that carry it out: one step either way. */
export interface GuidingDocumentPage {
  readonly document: GuidingDocument
  readonly continues: GuidingDocument | null
  readonly continuedBy: readonly GuidingDocument[]
  readonly programmes: readonly ProgrammeLink[]
}

/** @throws Refusal `not_found` */
export async function getGuidingDocument(c: Context, ref: string): Promise<GuidingDocumentPage> {
  const found = await selectDocuments(c).where('guiding_document.ref', '=', ref).executeTakeFirst()
  if (found === undefined) throw notFound('guiding_document')
  const document = documentOf(found)
  const around = await selectDocuments(c)
    .where((eb) =>
      eb.or([
        eb('guiding_document.id', '=', document.continuesId),
        eb('guiding_document.continues_id', '=', document.id),
      ]),
    )
    .orderBy('guiding_document.issued_on')
    .limit(maxDocuments)
    .execute()
  const programmes = await programmeDb(c)
    .selectFrom('programme_basis')
    .innerJoin('programme', 'programme.id', 'programme_basis.programme_id')
    .select(['programme.year', 'programme.name', 'programme_basis.role'])
    .select([unitCodeOf('programme.unit_id').as('unitCode'), unitNameOf('programme.unit_id').as('unitName')])
    .where('programme_basis.document_id', '=', document.id)
    .orderBy('programme.year', 'desc')
    .limit(maxDocuments)
    .execute()
  return {
    document,
    continues: around.map(documentOf).find(({ id }) => id === document.continuesId) ?? null,
    continuedBy: around.map(documentOf).filter(({ continuesId }) => continuesId === document.id),
    programmes: programmes.map((row) => ({ ...row, role: row.role as ProgrammeLink['role'] })),
  }
}

/** A theme between the programme above it and the works below it. */
export interface ThemePage {
  readonly theme: ThemeLink
  readonly programme: ProgrammeLink
  readonly guidance: ProgrammeGuidance
  readonly works: WorkFilter
}

/** @throws Refusal `not_found` */
export async function getTheme(c: Context, year: number, ord: number, asOf: PlainDate): Promise<ThemePage> {
  const row = await programmeDb(c)
    .selectFrom('theme_group')
    .innerJoin('programme', 'programme.id', 'theme_group.programme_id')
    .select(['programme.id', 'programme.year', 'programme.name', 'theme_group.ord', 'theme_group.headline'])
    .select(['theme_group.parts', 'theme_group.source_quote'])
    .select([
      unitCodeOf('programme.unit_id').as('unit_code'),
      unitNameOf('programme.unit_id').as('unit_name'),
      unitNameOf('theme_group.set_by_unit_id').as('set_by_name'),
    ])
    .where('programme.year', '=', year)
    .where('theme_group.ord', '=', ord)
    .executeTakeFirst()
  if (row === undefined) throw notFound('theme')
  return {
    theme: {
      ord: row.ord,
      headline: row.headline,
      parts: row.parts,
      setByName: row.set_by_name,
      sourceQuote: row.source_quote,
    },
    programme: {
      year: row.year,
      name: row.name,
      unitCode: row.unit_code,
      unitName: row.unit_name,
      role: 'basis',
    },
    guidance: await guidanceOfProgramme(c, row.id),
    works: { ...allWorks(year, asOf), theme: ord },
  }
}

const maxDocuments = 100

const selectDocuments = (c: Database) =>
  programmeDb(c)
    .selectFrom('guiding_document')
    .select([
      'guiding_document.id',
      'guiding_document.ref',
      'guiding_document.number',
      'guiding_document.kind',
      'guiding_document.issuer_name',
      'guiding_document.title',
      'guiding_document.issued_on',
      'guiding_document.continues_id',
      'guiding_document.source_id',
      'guiding_document.source_quote',
    ])

type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number]

function documentOf(row: DocumentRow): GuidingDocument {
  return {
    id: row.id,
    ref: row.ref,
    number: row.number,
    kind: row.kind,
    issuerName: row.issuer_name,
    title: row.title,
    issuedOn: row.issued_on as PlainDate | null,
    continuesId: row.continues_id,
    sourceId: row.source_id,
    sourceQuote: row.source_quote,
  }
}

/** The papers that programmes rest on, what continues another after it. */
export async function listGuidingDocuments(c: Database): Promise<readonly GuidingDocument[]> {
  const rows = await selectDocuments(c).orderBy('guiding_document.ref').limit(maxDocuments).execute()
  return firstToLast(rows.map(documentOf))
}
