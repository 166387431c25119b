import { cleanText, foldedText } from './cell-values.ts'
import { covers, type DraftHolding, type DraftPerson, type DraftPost, overlap, touch } from './draft.ts'
import { endAsSaid, type Planning, RowPlan, textIn } from './planning.ts'
import type { RowValues, SheetRow } from './read-workbook.ts'

interface HoldingRow {
  readonly post: DraftPost
  readonly person: DraftPerson
  readonly values: RowValues
}

/** Begins and ends holdings: one is known by its post, its person and its first day. */
export function planHoldings(planning: Planning, rows: readonly SheetRow[]): void {
  const { draft } = planning
  const seen = new Map<string, number>()
  for (const { place, values } of rows) {
    const row = new RowPlan(planning, place)
    const post = draft.postBy(String(values.post))
    const person = draft.personBy(String(values.person))
    if (post === undefined) row.missing('post', 'unknown_post', String(values.post))
    if (person === undefined) row.missing('person', 'unknown_person', String(values.person))
    if (post === undefined || person === undefined) continue
    const name = textIn(values, 'personName')
    if (name !== undefined && foldedText(name) !== foldedText(person.fullName))
      row.fault('personName', 'name_differs', { name: person.fullName, code: String(values.person) })
    const known = `${post.id} ${person.id} ${String(values.fromOn)}`
    const before = seen.get(known)
    if (before !== undefined) {
      row.fault('post', 'twice', { row: before + 1 })
      continue
    }
    seen.set(known, place.row)
    const present = (draft.holdingsByPost.get(post.id) ?? []).find(
      (one) => one.personId === person.id && one.from === values.fromOn,
    )
    if (present === undefined) begin(planning, row, { post, person, values })
    else change(planning, row, present, { post, person, values })
    if (!row.isSound) continue
    const ended = present !== undefined && row.details.some(({ after }) => after === present.to)
    const act = present === undefined ? 'add' : ended ? 'end' : 'change'
    row.done(act, `${person.fullName} · ${post.title}, ${draft.units.get(post.unitId)?.name ?? ''}`)
  }
}

const keepsUnitOf = (planning: Planning, post: DraftPost) =>
  planning.access.units.has(post.unitId) || planning.draft.units.get(post.unitId)?.state === 'new'

function begin(planning: Planning, row: RowPlan, { post, person, values }: HoldingRow): void {
  const from = String(values.fromOn)
  const to = textIn(values, 'toOn') ?? null
  if (!keepsUnitOf(planning, post)) row.fault('post', 'not_yours')
  if (planning.access.notAppointed.has(person.id)) row.fault('person', 'own_holding')
  if (!covers(post, from)) row.fault('fromOn', 'not_there', { name: post.title, on: from })
  if (to !== null && to <= from) row.fault('toOn', 'end_before_start', { from })
  const document = textIn(values, 'document')
  const holding: DraftHolding = {
    id: planning.newId(),
    postId: post.id,
    personId: person.id,
    capacity: String(values.capacity),
    document: document ?? null,
    endDocument: textIn(values, 'endDocument') ?? null,
    illustrative: values.illustrative === true,
    from,
    to,
    state: 'new',
  }
  const held = (planning.draft.holdingsByPost.get(post.id) ?? []).find(
    (one) => one.personId === person.id && overlap(one, holding),
  )
  if (held !== undefined) row.fault('fromOn', 'held_already', { name: person.fullName, from: held.from })
  if (!row.isSound) return
  planning.draft.addHolding(holding)
  planning.begun.push({ holding, place: row.place })
  touch(post)
}

function change(planning: Planning, row: RowPlan, holding: DraftHolding, { post, values }: HoldingRow): void {
  row.fixed('capacity', holding.capacity, values.capacity, holding.capacity)
  row.fixed('illustrative', holding.illustrative, values.illustrative, holding.illustrative ? 'x' : '')
  for (const key of ['document', 'endDocument'] as const) {
    const typed = textIn(values, key)
    const now = holding[key]
    if (typed === undefined || typed === cleanText(now ?? '')) continue
    row.detail(key, now, typed)
    holding[key] = typed
    touch(holding)
  }
  endAsSaid(row, 'toOn', holding, textIn(values, 'toOn'))
  if (row.details.length === 0) return
  if (!keepsUnitOf(planning, post)) row.fault('post', 'not_yours')
  touch(post)
}
