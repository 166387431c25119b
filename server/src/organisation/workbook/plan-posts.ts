import { isId } from '../../platform/id.ts'
import { cleanText } from './cell-values.ts'
import { covers, type DraftPost, type DraftUnit, touch } from './draft.ts'
import { earliest, nearestDay } from './plan-units.ts'
import { endAsSaid, later, type Planning, RowPlan, textIn } from './planning.ts'
import type { RowValues, SheetRow } from './read-workbook.ts'

/** An id that came with a workbook stays one; any other mark is the office's own code. */
const identified = (planning: Planning, mark: string) =>
  isId(mark.toLowerCase()) ? { id: mark.toLowerCase(), code: null } : { id: planning.newId(), code: mark }

/** Opens, corrects, hands over and closes posts. */
export function planPosts(planning: Planning, rows: readonly SheetRow[]): void {
  const seen = new Map<string, number>()
  for (const { place, values } of rows) {
    const row = new RowPlan(planning, place)
    const present = planning.draft.postBy(String(values.mark))
    const known = present?.id ?? String(values.mark).toLowerCase()
    const before = seen.get(known)
    if (before !== undefined) {
      row.fault('mark', 'twice', { row: before + 1 })
      continue
    }
    seen.set(known, place.row)
    const unit = planning.draft.unitsByCode.get(String(values.unit))
    if (unit === undefined) {
      row.missing('unit', 'unknown_unit', String(values.unit))
      continue
    }
    const manager = managerIn(planning, row, values)
    if (manager === null) continue
    if (present === undefined) open(planning, row, { values, unit, manager })
    else change(planning, row, { post: present, values, unit, manager })
    if (!row.isSound) continue
    const ended = row.details.some(({ after }) => present !== undefined && after === present.to)
    row.done(
      present === undefined ? 'add' : ended ? 'end' : 'change',
      `${textIn(values, 'title')} · ${unit.name}`,
    )
  }
}

function managerIn(planning: Planning, row: RowPlan, values: RowValues): DraftUnit | null | undefined {
  const code = textIn(values, 'manager')
  if (code === undefined) return undefined
  const unit = planning.draft.unitsByCode.get(code)
  if (unit === undefined) row.missing('manager', 'unknown_unit', code)
  return unit ?? null
}

interface PostRow {
  readonly values: RowValues
  readonly unit: DraftUnit
  readonly manager: DraftUnit | undefined
}

const ownUnit = (planning: Planning, unit: DraftUnit) =>
  unit.state === 'new' || planning.access.units.has(unit.id)

function open(planning: Planning, row: RowPlan, { values, unit, manager }: PostRow): void {
  const from = String(values.validFrom)
  const to = textIn(values, 'validTo') ?? null
  if (!ownUnit(planning, unit)) row.fault('unit', 'not_yours')
  if (!covers(unit, from)) row.fault('validFrom', 'not_there', { name: unit.name, on: from })
  if (to !== null && to <= from) row.fault('validTo', 'end_before_start', { from })
  const post: DraftPost = {
    ...identified(planning, String(values.mark)),
    unitId: unit.id,
    title: String(values.title),
    isHead: values.isHead === true,
    illustrative: values.illustrative === true,
    from,
    to,
    managers: [],
    state: 'new',
  }
  if (manager !== undefined) {
    // A body that came later manages it from then on.
    const since = later(from, manager.from)
    const until = earliest(to, manager.to)
    if (since > from) row.warn('manager', 'managed_later', { name: manager.name, on: from, from: since })
    if (until !== null && until <= since) row.fault('manager', 'not_there', { name: manager.name, on: from })
    else post.managers.push({ id: planning.newId(), unitId: manager.id, from: since, to, state: 'new' })
  }
  if (!row.isSound) return
  planning.draft.addPost(post)
  if (to !== null) planning.endingPosts.push({ unitId: post.id, place: row.place })
}

function change(planning: Planning, row: RowPlan, of: PostRow & { readonly post: DraftPost }): void {
  const { post, values, unit } = of
  const owner = planning.draft.units.get(post.unitId)
  row.fixed('unit', owner?.code ?? '', unit.code, owner?.code ?? '')
  row.fixed('isHead', post.isHead, values.isHead, post.isHead ? 'x' : '')
  row.fixed('validFrom', post.from, values.validFrom, post.from)
  row.fixed('illustrative', post.illustrative, values.illustrative, post.illustrative ? 'x' : '')
  const title = textIn(values, 'title')
  if (title !== undefined && title !== cleanText(post.title)) {
    row.detail('title', post.title, title)
    post.title = title
    touch(post)
  }
  handOver(planning, row, of)
  close(planning, row, of)
  if (row.details.length > 0 && !planning.access.units.has(post.unitId)) row.fault('mark', 'not_yours')
}

function handOver(
  planning: Planning,
  row: RowPlan,
  { post, manager }: { readonly post: DraftPost; readonly manager: DraftUnit | undefined },
): void {
  if (manager === undefined) return
  const { effectiveOn: from, draft } = planning
  const now = post.managers.find((span) => covers(span, nearestDay(from, post)))
  if (now?.unitId === manager.id) return
  const before = now === undefined ? undefined : draft.units.get(now.unitId)
  row.detail('manager', before?.code ?? null, manager.code)
  if (before !== undefined && !planning.access.units.has(before.id)) row.fault('manager', 'not_yours')
  else if (!covers(post, from)) row.fault('manager', 'not_there', { name: post.title, on: from })
  else if (!covers(manager, from)) row.fault('manager', 'not_there', { name: manager.name, on: from })
  else if (post.managers.some((span) => span.from >= from)) row.fault('manager', 'later_change', { on: from })
  else {
    post.managers.push({ id: planning.newId(), unitId: manager.id, from, to: now?.to ?? null, state: 'new' })
    if (now !== undefined) {
      now.to = from
      touch(now)
    }
    touch(post)
  }
}

function close(
  planning: Planning,
  row: RowPlan,
  { post, values }: { post: DraftPost; values: RowValues },
): void {
  if (endAsSaid(row, 'validTo', post, textIn(values, 'validTo')))
    planning.endingPosts.push({ unitId: post.id, place: row.place })
}

/** Enters persons and corrects their names. */
export function planPersons(planning: Planning, rows: readonly SheetRow[]): void {
  const seen = new Map<string, number>()
  for (const { place, values } of rows) {
    const row = new RowPlan(planning, place)
    const mark = String(values.mark)
    const present = planning.draft.personBy(mark)
    const known = present?.id ?? mark.toLowerCase()
    const before = seen.get(known)
    if (before !== undefined) {
      row.fault('mark', 'twice', { row: before + 1 })
      continue
    }
    seen.set(known, place.row)
    const fullName = String(values.fullName)
    if (present === undefined) {
      const illustrative = values.illustrative === true
      planning.draft.addPerson({ ...identified(planning, mark), fullName, illustrative, state: 'new' })
      row.done('add', fullName)
      continue
    }
    row.fixed('illustrative', present.illustrative, values.illustrative, present.illustrative ? 'x' : '')
    if (fullName !== cleanText(present.fullName)) {
      row.detail('fullName', present.fullName, fullName)
      if (!planning.access.persons.has(present.id)) row.fault('fullName', 'not_yours')
      present.fullName = fullName
      touch(present)
    }
    if (row.isSound) row.done('change', fullName)
  }
}
