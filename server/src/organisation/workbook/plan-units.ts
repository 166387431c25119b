import { systems } from '../relations/systems.ts'
import { reservedUnitCodes, unitCodePattern } from '../units/unit-code.ts'
import { cleanText, foldedText } from './cell-values.ts'
import { covers, type DraftName, type DraftUnit, touch } from './draft.ts'
import { parentKey } from './layout.ts'
import { endAsSaid, later, type Planning, RowPlan, textIn } from './planning.ts'
import type { RowValues, SheetRow } from './read-workbook.ts'

interface UnitRow {
  readonly unit: DraftUnit
  readonly isNew: boolean
  readonly row: RowPlan
  readonly values: RowValues
}

/** Founds, renames, places, corrects and ends units; all are there before the first one is placed below another. */
export function planUnits(planning: Planning, rows: readonly SheetRow[]): void {
  const seen = new Map<string, number>()
  const units: UnitRow[] = []
  for (const { place, values } of rows) {
    const row = new RowPlan(planning, place)
    const code = String(values.code)
    const before = seen.get(code)
    if (before !== undefined) {
      row.fault('code', 'twice', { row: before + 1 })
      continue
    }
    seen.set(code, place.row)
    const present = planning.draft.unitsByCode.get(code)
    const unit = present ?? newUnit(planning, row, values)
    if (unit !== null) units.push({ unit, isNew: present === undefined, row, values })
  }
  correctFirstDays(planning, units)
  const founded = new Map(units.filter(({ isNew }) => isNew).map((one) => [one.unit.id, one]))
  for (const one of units) {
    if (one.isNew) found(planning, one, founded)
    else change(planning, one)
    if (one.row.isSound) one.row.done(actOf(one), `${one.unit.code} · ${one.unit.name}`)
  }
  warnOfNamesakes(planning, units)
}

/** Before anything is placed: a unit that was there earlier than recorded has had its first name and places since. */
function correctFirstDays(planning: Planning, units: readonly UnitRow[]): void {
  const earlier = units.filter(({ isNew, unit, values }) => !isNew && String(values.validFrom) < unit.from)
  if (earlier.length === 0) return
  const { draft } = planning
  const children = new Map<string, DraftUnit[]>()
  for (const unit of draft.units.values())
    for (const { parentId } of unit.parents) children.set(parentId, [...(children.get(parentId) ?? []), unit])
  const before = new Map(earlier.map(({ unit }) => [unit, unit.from]))
  for (const { unit, row, values } of earlier) {
    row.detail('validFrom', unit.from, String(values.validFrom))
    const [first] = unit.names
    unit.from = String(values.validFrom)
    touch(unit)
    if (first === undefined) continue
    first.from = unit.from
    touch(first)
  }
  for (const [unit, from] of before)
    for (const child of [unit, ...(children.get(unit.id) ?? [])])
      for (const placed of child.parents) {
        if (placed.from !== from || (child !== unit && placed.parentId !== unit.id)) continue
        const since = later(child.from, draft.units.get(placed.parentId)?.from ?? from)
        const others = child.parents.filter(({ system }) => system === placed.system)
        if (since >= placed.from || others.some((one) => one.from < placed.from)) continue
        placed.from = since
        touch(placed)
      }
}

/** Two of one name may be right, cells of two communes, or one unit twice: the reader is asked to look. */
function warnOfNamesakes(planning: Planning, units: readonly UnitRow[]): void {
  const added = units.filter(({ isNew, row }) => isNew && row.isSound)
  if (added.length === 0) return
  const lasting = [...planning.draft.units.values()].filter(({ to }) => to === null || to > planning.today)
  const byName = Map.groupBy(lasting, ({ name }) => foldedText(name))
  const told = new Set<string>()
  for (const { unit, row } of added) {
    const name = foldedText(unit.name)
    const same = byName.get(name) ?? []
    if (same.length < 2 || told.has(name)) continue
    told.add(name)
    const others = same.filter((one) => one !== unit).map(({ code }) => code)
    const codes = [...others.slice(0, 5), ...(others.length > 5 ? ['…'] : [])].join(', ')
    row.warn('name', 'same_name', { name: unit.name, count: same.length, codes })
  }
}

const actOf = ({ isNew, unit, values, row }: UnitRow) =>
  isNew
    ? 'add'
    : values.validTo === unit.to && row.details.some(({ after }) => after === unit.to)
      ? 'end'
      : 'change'

function newUnit(planning: Planning, row: RowPlan, values: RowValues): DraftUnit | null {
  const code = String(values.code)
  if (!unitCodePattern.test(code)) row.fault('code', 'unit_code')
  if (reservedUnitCodes.includes(code)) row.fault('code', 'unit_code_reserved')
  const from = String(values.validFrom)
  const to = textIn(values, 'validTo') ?? null
  if (to !== null && to <= from) row.fault('validTo', 'end_before_start', { from })
  if (!row.isSound) return null
  const unit: DraftUnit = {
    id: planning.newId(),
    code,
    name: String(values.name),
    shortName: String(values.shortName),
    system: String(values.system),
    level: String(values.level),
    kind: String(values.kind),
    place: textIn(values, 'place') ?? null,
    document: textIn(values, 'document') ?? null,
    actsForId: null,
    illustrative: values.illustrative === true,
    from,
    to,
    names: [],
    parents: [],
    state: 'new',
  }
  planning.draft.addUnit(unit)
  planning.papers.push({
    unitId: unit.id,
    act: 'found',
    system: null,
    effectiveOn: from,
    number: unit.document,
  })
  if (to !== null)
    planning.papers.push({ unitId: unit.id, act: 'end', system: null, effectiveOn: to, number: null })
  return unit
}

function found(
  planning: Planning,
  { unit, row, values }: UnitRow,
  founded: ReadonlyMap<string, UnitRow>,
): void {
  let named = 0
  for (const system of systems) {
    const key = parentKey(system)
    const parent = namedUnit(planning, row, values, key)
    if (parent === undefined) continue
    named += 1
    if (parent === null) continue
    if (!mayChange(planning, parent, founded)) row.fault(key, 'not_yours')
    // A parent that came later stands above it from then on.
    const from = later(unit.from, parent.from)
    if (from > unit.from) row.warn(key, 'placed_later', { name: parent.name, on: unit.from, from })
    const to = earliest(unit.to, parent.to)
    if (parent.id === unit.id) row.fault(key, 'cycle', { name: parent.name })
    else if (to !== null && to <= from) row.fault(key, 'not_there', { name: parent.name, on: unit.from })
    else {
      const placed = {
        id: planning.newId(),
        system,
        parentId: parent.id,
        from,
        to: unit.to,
        state: 'new',
      } as const
      unit.parents.push({ ...placed })
      planning.placedBy.set(placed.id, { place: row.place, key })
    }
  }
  const actsFor = namedUnit(planning, row, values, 'actsFor')
  if (actsFor !== undefined && actsFor !== null) {
    if (!mayChange(planning, actsFor, founded)) row.fault('actsFor', 'not_yours')
    if (actsFor.actsForId !== null || textIn(founded.get(actsFor.id)?.values ?? {}, 'actsFor') !== undefined)
      row.fault('actsFor', 'body_of_body', { name: actsFor.name })
    unit.actsForId = actsFor.id
  }
  if (named === 0 && !planning.access.mayFoundRoot) row.fault('code', 'root_not_yours')
}

/** The unit that a cell names: undefined where it names none, null where there is no such unit. */
function namedUnit(
  planning: Planning,
  row: RowPlan,
  values: RowValues,
  key: string,
): DraftUnit | null | undefined {
  const code = textIn(values, key)
  if (code === undefined) return undefined
  const unit = planning.draft.unitsByCode.get(code)
  if (unit === undefined) row.missing(key, 'unknown_unit', code)
  return unit ?? null
}

/** Whether the one who imports may place something there: in a unit of theirs, or in a new one below one of theirs. */
function mayChange(planning: Planning, unit: DraftUnit, founded: ReadonlyMap<string, UnitRow>): boolean {
  const asked = new Set<string>()
  const may = (one: DraftUnit): boolean => {
    const fresh = founded.get(one.id)
    if (fresh === undefined) return planning.access.units.has(one.id)
    // A ring of new units stands nowhere; it is named as such where the whole is checked.
    if (asked.has(one.id)) return true
    asked.add(one.id)
    const above = systems
      .map((system) => textIn(fresh.values, parentKey(system)))
      .filter((code) => code !== undefined)
      .map((code) => planning.draft.unitsByCode.get(code))
    return above.length === 0
      ? planning.access.mayFoundRoot
      : above.every((one) => one === undefined || may(one))
  }
  return may(unit)
}

function change(planning: Planning, one: UnitRow): void {
  const { unit, row, values } = one
  row.fixed('system', unit.system, values.system, unit.system)
  row.fixed('validFrom', unit.from, values.validFrom, unit.from)
  row.fixed('illustrative', unit.illustrative, values.illustrative, unit.illustrative ? 'x' : '')
  const actsFor = textIn(values, 'actsFor')
  const actsForNow = unit.actsForId === null ? null : (planning.draft.units.get(unit.actsForId)?.code ?? null)
  row.fixed('actsFor', actsForNow, actsFor, actsForNow ?? '')
  // What is no more, or not yet, is compared as it was on its last day, or will be on its first.
  const on = nearestDay(planning.effectiveOn, unit)
  rename(planning, one, on)
  place(planning, one, on)
  correct(one)
  end(planning, one)
  if (row.details.length > 0 && !planning.access.units.has(unit.id)) row.fault('code', 'not_yours')
}

export function nearestDay(on: string, span: { from: string; to: string | null }): string {
  if (on < span.from) return span.from
  if (span.to === null || on < span.to) return on
  // The day before the end, for spans that are compared as text: any day within will do, and the first one is one.
  return dayBefore(span.to)
}

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

export const earliest = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b)

function rename(planning: Planning, { unit, row, values }: UnitRow, on: string): void {
  const { effectiveOn: from } = planning
  const name = textIn(values, 'name')
  const shortName = textIn(values, 'shortName')
  const now = unit.names.find((span) => covers(span, on)) ?? unit
  const isSame = (typed: string | undefined, present: string) =>
    typed === undefined || typed === cleanText(present)
  if (isSame(name, now.name) && isSame(shortName, now.shortName)) return
  const key = isSame(name, now.name) ? 'shortName' : 'name'
  const last = unit.names.at(-1)
  if (!covers(unit, from)) row.fault(key, 'not_there', { name: unit.name, on: from })
  else if (from <= (last?.from ?? unit.from)) row.fault(key, 'later_change', { on: last?.from ?? unit.from })
  if (!row.isSound) return
  if (!isSame(name, now.name)) row.detail('name', now.name, name ?? now.name)
  if (!isSame(shortName, now.shortName)) row.detail('shortName', now.shortName, shortName ?? now.shortName)
  const fresh = (span: Omit<DraftName, 'id' | 'state'>): DraftName => ({
    id: planning.newId(),
    ...span,
    state: 'new',
  })
  if (last === undefined)
    unit.names.push(fresh({ name: unit.name, shortName: unit.shortName, from: unit.from, to: from }))
  else {
    last.to = from
    touch(last)
  }
  const next = { name: name ?? now.name, shortName: shortName ?? now.shortName }
  unit.names.push(fresh({ ...next, from, to: null }))
  if (from <= planning.today) {
    Object.assign(unit, next)
    touch(unit)
  }
  planning.papers.push({ unitId: unit.id, act: 'rename', system: null, effectiveOn: from, number: null })
}

function place(planning: Planning, one: UnitRow, on: string): void {
  const { unit, row, values } = one
  const { effectiveOn: from, draft } = planning
  for (const system of systems) {
    const key = parentKey(system)
    const parent = namedUnit(planning, row, values, key)
    if (parent === undefined || parent === null) continue
    const spans = unit.parents.filter((span) => span.system === system)
    const now = spans.find((span) => covers(span, on))
    if (now?.parentId === parent.id) continue
    const before = now === undefined ? null : (draft.units.get(now.parentId)?.code ?? null)
    row.detail(key, before, parent.code)
    // A new parent is judged by its own row.
    if (parent.state !== 'new' && !planning.access.units.has(parent.id)) row.fault(key, 'not_yours')
    else if (!covers(unit, from)) row.fault(key, 'not_there', { name: unit.name, on: from })
    else if (!covers(parent, from)) row.fault(key, 'not_there', { name: parent.name, on: from })
    else if (spans.some((span) => span.from >= from)) row.fault(key, 'later_change', { on: from })
    else {
      const placed = {
        id: planning.newId(),
        system,
        parentId: parent.id,
        from,
        to: now?.to ?? null,
        state: 'new',
      } as const
      if (now !== undefined) {
        now.to = from
        touch(now)
      }
      unit.parents.push({ ...placed })
      planning.placedBy.set(placed.id, { place: row.place, key })
      planning.papers.push({ unitId: unit.id, act: 'place', system, effectiveOn: from, number: null })
    }
  }
}

function correct({ unit, row, values }: UnitRow): void {
  for (const key of ['level', 'kind', 'place', 'document'] as const) {
    const typed = textIn(values, key)
    const now = unit[key]
    if (typed === undefined || typed === cleanText(now ?? '')) continue
    row.detail(key, now, typed)
    unit[key] = typed
    touch(unit)
  }
}

function end(planning: Planning, { unit, row, values }: UnitRow): void {
  if (!endAsSaid(row, 'validTo', unit, textIn(values, 'validTo'))) return
  planning.ending.push({ unitId: unit.id, place: row.place })
  planning.papers.push({
    unitId: unit.id,
    act: 'end',
    system: null,
    effectiveOn: unit.to ?? planning.effectiveOn,
    number: null,
  })
}
