import { badCellOf, type FaultCode, type RowPlace } from './bad-cell.ts'
import { type DraftUnit, lasts, overlap, touch } from './draft.ts'
import type { Planning } from './planning.ts'

/** Checks that need the whole plan: cycles, records that depend on ended ones, and two heads at a time. */
export function checkWhole(planning: Planning): void {
  checkRings(planning)
  checkEnds(planning)
  checkPostEnds(planning)
  checkHeads(planning)
}

/** Nobody stands above themselves. Only placements that this workbook makes can have closed a ring. */
function checkRings(planning: Planning): void {
  const { draft, placedBy, effectiveOn, bad } = planning
  for (const unit of draft.units.values())
    for (const placed of unit.parents) {
      const by = placedBy.get(placed.id)
      if (by === undefined || !reaches(placed.parentId, unit.id, placed.system)) continue
      const name = draft.units.get(placed.parentId)?.name ?? ''
      bad.add(badCellOf(by.place, by.key, 'cycle', { name }))
    }

  /** Whether going up from one unit comes to another, by placements that last on the day of the change or later. */
  function reaches(from: string, wanted: string, system: string): boolean {
    const seen = new Set<string>()
    const open = [from]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === wanted) return true
      if (seen.has(id)) continue
      seen.add(id)
      for (const span of draft.units.get(id)?.parents ?? [])
        if (span.system === system && lasts(span, effectiveOn)) open.push(span.parentId)
    }
    return false
  }
}

/** What ends takes its own place and posts along, and must have nothing else hanging on it. */
function checkEnds(planning: Planning): void {
  if (planning.ending.length === 0) return
  const { draft, bad } = planning
  const children = new Map<string, DraftUnit[]>()
  for (const unit of draft.units.values())
    for (const { parentId } of unit.parents) children.set(parentId, [...(children.get(parentId) ?? []), unit])
  const posts = Map.groupBy(draft.posts.values(), (post) => post.unitId)

  for (const { unitId, place } of planning.ending) {
    const unit = draft.units.get(unitId)
    const to = unit?.to
    if (unit === undefined || to == null) continue
    const count = (code: FaultCode, number: number) => {
      if (number > 0) bad.add(badCellOf(place, 'validTo', code, { name: unit.name, count: number, on: to }))
    }
    const own = posts.get(unitId) ?? []
    const below = (children.get(unitId) ?? []).filter(
      (child) =>
        lasts(child, to) && child.parents.some((span) => span.parentId === unitId && lasts(span, to)),
    )
    count('has_children', new Set(below).size)
    count(
      'has_bodies',
      [...draft.units.values()].filter((one) => one.actsForId === unitId && lasts(one, to)).length,
    )
    const holders = own.flatMap((post) => draft.holdingsByPost.get(post.id) ?? [])
    count('has_holders', holders.filter((held) => lasts(held, to)).length)
    const managed = [...draft.posts.values()].filter(
      (post) =>
        post.unitId !== unitId &&
        lasts(post, to) &&
        post.managers.some((span) => span.unitId === unitId && lasts(span, to)),
    )
    count('manages_posts', managed.length)
    const future = [...unit.parents, ...unit.names, ...own, ...own.flatMap((post) => post.managers)]
    count('has_future', future.filter((span) => span.from >= to).length)
    for (const span of [...unit.parents, ...own, ...own.flatMap((post) => post.managers)])
      if (lasts(span, to)) {
        span.to = to
        touch(span)
      }
  }
}

function checkPostEnds(planning: Planning): void {
  const { draft, bad } = planning
  for (const { unitId: postId, place } of planning.endingPosts) {
    const post = draft.posts.get(postId)
    const to = post?.to
    if (post === undefined || to == null) continue
    const held = (draft.holdingsByPost.get(postId) ?? []).filter((one) => lasts(one, to))
    const params = { name: post.title, on: to }
    if (held.length > 0)
      bad.add(badCellOf(place, 'validTo', 'has_holders', { ...params, count: held.length }))
    const later = post.managers.filter((span) => span.from >= to)
    if (later.length > 0)
      bad.add(badCellOf(place, 'validTo', 'has_future', { ...params, count: later.length }))
    for (const span of post.managers)
      if (lasts(span, to)) {
        span.to = to
        touch(span)
      }
  }
}

/** A unit has one head in full at a time. What was recorded otherwise before is not this workbook's fault. */
function checkHeads(planning: Planning): void {
  const { draft, begun, bad } = planning
  for (const { holding: held, place } of begun) {
    if (held.capacity !== 'full' || draft.posts.get(held.postId)?.isHead !== true) continue
    const other = (draft.holdingsByPost.get(held.postId) ?? []).find(
      (one) => one !== held && one.capacity === 'full' && overlap(one, held),
    )
    if (other !== undefined) fault(place, other.personId)
  }

  function fault(place: RowPlace, personId: string): void {
    const name = draft.persons.get(personId)?.fullName ?? ''
    bad.add(badCellOf(place, 'fromOn', 'head_twice', { name }))
  }
}
