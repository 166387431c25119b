import type { Context } from '../platform/context.ts'
import { byDifferentPeople, type Doer, doerOf } from '../platform/permission/two-people.ts'
import type { ActorRelation } from './rules/guards/standing.ts'
import { programmeDb } from './tables.ts'
import { type LoadedWork, placeOfActor } from './work.ts'

/** Columns of an act: who did it now, and for whom. */
export function doneBy({ actor }: Pick<Context, 'actor'>) {
  const { personId, forPersonId } = doerOf(actor)
  return { person_id: personId, for_person_id: forPersonId }
}

/**
 * The acts that need two people, by the second of them: who did the first one (docs/decisions/021). Checked here for the
 * use case and the page alike.
 */
const firstActs = {
  /** What is appraised was handed in. */
  async appraise(c: Context, { row }: LoadedWork) {
    return doers(
      await programmeDb(c)
        .selectFrom('work_version')
        .select(['person_id', 'for_person_id'])
        .where('work_id', '=', row.id)
        .where('number', '=', row.submitted_version)
        .execute(),
    )
  },
  /** What is judged was offered, and its file perhaps added by somebody else. */
  async judgeEvidence(c: Context, _work: LoadedWork, evidenceId: string | undefined) {
    if (evidenceId === undefined) return []
    const db = programmeDb(c)
    return doers([
      ...(await db
        .selectFrom('evidence')
        .select(['person_id', 'for_person_id'])
        .where('id', '=', evidenceId)
        .execute()),
      ...(await db
        .selectFrom('later_file')
        .select(['person_id', 'for_person_id'])
        .where('evidence_id', '=', evidenceId)
        .execute()),
    ])
  },
  /** What is checked, accepted or refused was reported as complete. */
  async judgeCompletion(c: Context, { row }: LoadedWork) {
    return doers(await openCompletion(c, row.id).select(['person_id', 'for_person_id']).execute())
  },
  /** What is accepted was checked. */
  async acceptCompletion(c: Context, { row }: LoadedWork) {
    return doers(
      await openCompletion(c, row.id)
        .select(['checked_by_person_id as person_id', 'checked_for_person_id as for_person_id'])
        .execute(),
    )
  },
  /** What is decided was asked. */
  async decideAdjustment(c: Context, { row }: LoadedWork) {
    return doers(
      await programmeDb(c)
        .selectFrom('adjustment')
        .select(['person_id', 'for_person_id'])
        .where('work_id', '=', row.id)
        .where('outcome', 'is', null)
        .execute(),
    )
  },
} as const

export type SecondAct = keyof typeof firstActs

/** Whether the actor, or the one they act for, has a part in what they would judge. `thingId` says which piece, where a work has many. */
export async function didFirst(
  c: Context,
  work: LoadedWork,
  second: SecondAct,
  thingId?: string,
): Promise<boolean> {
  const first = await firstActs[second](c, work, thingId)
  return first.some((doer) => !byDifferentPeople(doerOf(c.actor), doer))
}

/** How the actor stands to the registrant, and to what they would judge. */
export async function actorRelationOf(
  c: Context,
  work: LoadedWork,
  second: SecondAct,
  thingId?: string,
): Promise<ActorRelation> {
  return { ...placeOfActor(c, work), didFirst: await didFirst(c, work, second, thingId) }
}

function openCompletion(c: Context, workId: string) {
  return programmeDb(c).selectFrom('completion').where('work_id', '=', workId).where('outcome', 'is', null)
}

const doers = (
  rows: readonly { readonly person_id: string | null; readonly for_person_id: string | null }[],
): readonly Doer[] => rows.map((row) => ({ personId: row.person_id, forPersonId: row.for_person_id }))
