import { Readable } from 'node:stream'
import fc from 'fast-check'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { noVirusScanner } from '../../platform/antivirus/virus-scanner.ts'
import type { Context } from '../../platform/context.ts'
import { receiveFile, recordUpload } from '../../platform/files/uploads.ts'
import { newId } from '../../platform/id.ts'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import type { OrganisationData } from '../import-organisation.ts'
import { unitKinds } from '../kinds.ts'
import { capacities, levels, systems } from '../relations/systems.ts'
import { applyImport, prepareImport } from './import-directory.ts'

export const effectiveOn = plainDate('2022-05-18')

/** Hands in a workbook and has it read. */
export async function prepare(c: Context, bytes: Uint8Array, on = effectiveOn) {
  const file = await receiveFile(
    { blobs: c.blobs, virusScanner: noVirusScanner },
    Readable.from([Buffer.from(bytes)]),
    50_000_000,
  )
  const upload = await recordUpload(c, { ...file, fileName: 'danh-ba.xlsx' })
  return prepareImport(c, { workbook: [upload], effectiveOn: on, document: '07-QĐ/TU' }, [])
}

export async function takeIn(c: Context, bytes: Uint8Array) {
  const { importId, report } = await prepare(c, bytes)
  await applyImport(c, { importId, version: 1 }, [])
  return report
}

/** The cells of a workbook by sheet; to be changed and written again. */
export type Cells = Record<string, CellValue[][]>

export async function cellsOf(bytes: Uint8Array): Promise<Cells> {
  const { sheets } = await readXlsx(bytes)
  return Object.fromEntries(
    sheets
      .filter(({ name }) => name !== 'Hướng dẫn')
      .map(({ name, rows }) => [name, rows.map((row) => [...row])]),
  )
}

export const workbookOf = (cells: Cells): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(cells).map(([name, rows]) => ({ name, rows })) })

/** Changes the cell of the row that `key` begins, in the column with this heading. @returns its address */
export function setCell(cells: Cells, sheet: string, key: string, heading: string, value: CellValue): string {
  const rows = cells[sheet] ?? []
  const column = (rows[0] ?? []).indexOf(heading)
  const at = rows.findIndex((row) => row[0] === key)
  const row = rows[at]
  if (row === undefined || column < 0) throw new RangeError(`no ${key} under ${heading}`)
  row[column] = value
  return `${String.fromCharCode(65 + column)}${at + 1}`
}

const start = plainDate('2021-01-01')

const anyName = fc.constantFrom(
  'Đảng ủy xã An Minh',
  'Huyện ủy Tứ Kỳ',
  '=1+1',
  "'=quote",
  '-Phòng',
  '@Ban “Mới”',
  'Sở <Nội vụ> & Lao động',
  'Ủy ban  hai dấu cách',
  '2022',
  '18/05/2022',
)

/** A sound organisation in some ladders, with what people get wrong in names. Parents stand before their children. */
export const anyOrganisation: fc.Arbitrary<OrganisationData> = fc
  .record({
    units: fc.array(
      fc.record({
        name: anyName,
        system: fc.constantFrom(...systems),
        level: fc.constantFrom(...levels),
        kind: fc.constantFrom(...unitKinds),
        from: fc.nat(300),
        place: fc.option(anyName, { nil: null }),
        under: fc.option(fc.record({ unit: fc.nat(), system: fc.constantFrom(...systems) }), { freq: 4 }),
        actsFor: fc.option(fc.nat(), { freq: 1 }),
        illustrative: fc.boolean(),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    posts: fc.array(
      fc.record({
        unit: fc.nat(),
        title: anyName,
        isHead: fc.boolean(),
        from: fc.nat(60),
        manager: fc.option(fc.nat()),
        code: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    persons: fc.array(fc.record({ name: anyName, code: fc.boolean() }), { minLength: 1, maxLength: 8 }),
    holdings: fc.array(
      fc.record({
        post: fc.nat(),
        person: fc.nat(),
        from: fc.nat(60),
        length: fc.option(fc.integer({ min: 1, max: 900 })),
        capacity: fc.constantFrom(...capacities),
      }),
      { maxLength: 12 },
    ),
  })
  .map((raw) => {
    const units = raw.units.map((unit, index) => {
      const committee = unit.actsFor === null || index === 0 ? null : unit.actsFor % index
      return { ...unit, id: newId(), committee, index }
    })
    const at = (list: typeof units, index: number) => list[index % list.length] as (typeof units)[number]
    const posts = raw.posts.map((post, index) => {
      const unit = at(units, post.unit)
      return { ...post, id: newId(), unit, on: addDays(start, unit.from + post.from), index }
    })
    const persons = raw.persons.map((person, index) => ({ ...person, id: newId(), index }))
    const used = new Set<string>()
    return {
      units: units.map((unit) => ({
        id: unit.id,
        code: `u-${unit.index}`,
        name: unit.name,
        short_name: `${unit.name}.`,
        system: unit.system,
        level: unit.level,
        kind: unit.kind,
        place: unit.place,
        // Never for one that itself acts for another.
        acts_for_id:
          unit.committee === null || units[unit.committee]?.committee !== null
            ? null
            : (units[unit.committee]?.id ?? null),
        valid_from: addDays(start, unit.from),
        founding_document: unit.place,
        illustrative: unit.illustrative,
      })),
      parents: units.flatMap((unit) => {
        if (unit.under === null || unit.index === 0) return []
        const parent = at(units.slice(0, unit.index), unit.under.unit)
        const from_on = addDays(start, Math.max(unit.from, parent.from))
        return [{ id: newId(), unit_id: unit.id, parent_id: parent.id, system: unit.under.system, from_on }]
      }),
      persons: persons.map((person) => ({
        id: person.id,
        full_name: person.name,
        code: person.code ? `CB ${person.index}` : null,
      })),
      posts: posts.map((post) => ({
        id: post.id,
        code: post.code ? `CV-${post.index}` : null,
        unit_id: post.unit.id,
        title: post.title,
        is_head: post.isHead,
        valid_from: post.on,
      })),
      management: posts.flatMap((post) => {
        if (post.manager === null) return []
        const manager = at(units, post.manager)
        const since = addDays(start, Math.max(manager.from, post.unit.from + post.from))
        return [{ id: newId(), post_id: post.id, unit_id: manager.id, from_on: since }]
      }),
      holdings: raw.holdings.flatMap((held) => {
        const post = posts[held.post % Math.max(posts.length, 1)]
        const person = persons[held.person % persons.length]
        if (post === undefined || person === undefined) return []
        // One person once in a post; one head in full.
        const keys = [
          `${post.id} ${person.id}`,
          ...(post.isHead && held.capacity === 'full' ? [post.id] : []),
        ]
        if (keys.some((key) => used.has(key))) return []
        for (const key of keys) used.add(key)
        const from_on = addDays(post.on, held.from)
        return [
          {
            id: newId(),
            post_id: post.id,
            person_id: person.id,
            capacity: held.capacity,
            document: held.length === null ? null : 'Quyết định 1',
            from_on,
            to_on: held.length === null ? null : addDays(from_on, held.length),
          },
        ]
      }),
    }
  })
