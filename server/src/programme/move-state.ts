import type { Context } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { nextState, type Transition, type WorkState } from './rules/states.ts'
import { programmeDb } from './tables.ts'
import type { LoadedWork } from './work.ts'

export interface Move {
  readonly action: Transition
  /** The day from which the new state holds, from the paper that states it; never before the state it follows. */
  readonly on: PlainDate
  readonly reason?: string | null
  readonly document?: string | null
  readonly decisionId?: string | null
  /** Columns of the work that change together with its state. */
  readonly set?: Readonly<Record<string, unknown>>
}

/**
 * Moves a locked work to the state that follows: closes its open span on the day, opens the next, and counts the version
 * up. The guards have been asked; here only the table of states has the last word.
 * @throws Refusal `action_not_open`, `effective_before_last_change`
 */
export async function moveState(c: Context, work: LoadedWork, move: Move): Promise<WorkState> {
  await moveStates(c, [work], move)
  return stateAfter(work, move)
}

/** The same for many works at once, with as few statements as for one. */
export async function moveStates(c: Context, works: readonly LoadedWork[], move: Move): Promise<void> {
  if (works.length === 0) return
  const ids = works.map((work) => work.row.id)
  const states = works.map((work) => stateAfter(work, move))
  await programmeDb(c)
    .updateTable('work_state_span')
    .set({ to_on: move.on, closed_recorded_at: c.now })
    .where('work_id', 'in', ids)
    .where('to_on', 'is', null)
    .execute()
  await openSpans(
    c,
    works.map((work, index) => ({
      workId: work.row.id,
      programmeId: work.row.programme_id,
      state: states[index] as WorkState,
      ...move,
    })),
  )
  for (const state of new Set(states)) {
    await programmeDb(c)
      .updateTable('work')
      .set((eb) => ({ ...move.set, state, state_since: move.on, version: eb('version', '+', 1) }))
      .where(
        'id',
        'in',
        ids.filter((_, index) => states[index] === state),
      )
      .execute()
  }
}

function stateAfter(work: LoadedWork, move: Move): WorkState {
  const from = work.row.state as WorkState
  const state = nextState(from, move.action)
  if (state === null) throw new Refusal('action_not_open', { action: move.action, state: from })
  if (move.on < work.row.state_since) {
    throw new Refusal('effective_before_last_change', {
      effectiveOn: move.on,
      changedOn: work.row.state_since,
    })
  }
  return state
}

/** The work as it is after a move, for another one in the same act. */
export function moved(work: LoadedWork, move: Move): LoadedWork {
  const state = stateAfter(work, move)
  return {
    ...work,
    row: { ...work.row, ...move.set, state, state_since: move.on, version: work.row.version + 1 },
    standing: { ...work.standing, state },
  }
}

interface Opening {
  readonly workId: string
  readonly programmeId: string
  readonly state: WorkState
  readonly action: string
  readonly on: PlainDate
  readonly reason?: string | null
  readonly document?: string | null
  readonly decisionId?: string | null
}

/** Writes the span that is open from now on; for a new work it is the first. */
export const openSpan = (c: Context, span: Opening): Promise<void> => openSpans(c, [span])

async function openSpans(c: Context, spans: readonly Opening[]): Promise<void> {
  await programmeDb(c)
    .insertInto('work_state_span')
    .values(
      spans.map((span) => ({
        id: newId<'span'>(),
        work_id: span.workId,
        programme_id: span.programmeId,
        state: span.state,
        action: span.action,
        from_on: span.on,
        to_on: null,
        reason: span.reason ?? null,
        document: span.document ?? null,
        decision_id: span.decisionId ?? null,
        account_id: c.actor.accountId,
        stand_in_id: c.actor.standsFor?.standInId ?? null,
        body_id: c.actor.unitId,
        recorded_at: c.now,
      })),
    )
    .execute()
}
