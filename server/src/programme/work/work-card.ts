import { holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ActOnWork, type AskedWork, askAbout, findRefusal } from '../act-on-work.ts'
import { authorize, type WorkAct } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { getWork, type LoadedWork, refOf } from '../work.ts'

/** A work as the head of a form on it says: which, whose, until when, in what state. */
export interface WorkCard {
  readonly work: LoadedWork
  readonly ref: string
  readonly code: string | null
  readonly title: string
  readonly year: number
  readonly version: number
  readonly ownerKind: 'collective' | 'individual'
  readonly unitName: string
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly assignerName: string | null
  readonly themeHeadline: string | null
  readonly dueOn: PlainDate | null
  readonly assignedOn: PlainDate | null
  readonly illustrative: boolean
}

/** The work that a form is about, where the actor may do this to it. @throws Refusal `not_found`, `forbidden` */
export async function getWorkCard(c: Context, ref: string, act: WorkAct): Promise<WorkCard> {
  const work = await getWork(c, ref)
  authorize(c, act, work.record)
  return cardOf(c, work)
}

/**
 * The same with what stands against the act: what a page of the act needs, and no more.
 * @param subjectId what of the work it is done to, where the page is about one thing of it
 */
export async function getCardFor(
  c: Context,
  ref: string,
  act: ActOnWork,
  subjectId?: string,
): Promise<{ readonly card: WorkCard; readonly asked: AskedWork; readonly closed: readonly Reason[] }> {
  const card = await getWorkCard(c, ref, act.permission)
  const asked = askAbout(c, card.work)
  return { card, asked, closed: (await findRefusal(act, asked, subjectId))?.reasons ?? [] }
}

/** The words of a loaded work. */
export async function cardOf(c: Context, work: LoadedWork): Promise<WorkCard> {
  const { row, standing, record } = work
  const words = await programmeDb(c)
    .selectFrom('work')
    .leftJoin('theme_group as theme', 'theme.id', 'work.theme_group_id')
    .select([
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      'theme.headline',
    ])
    .where('work.id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    work,
    ref: refOf(row),
    code: row.code,
    title: row.title,
    year: standing.year,
    version: row.version,
    ownerKind: record.ownerKind,
    unitName: words.unit_name,
    holderName: words.holder_name,
    postTitle: words.post_title,
    assignerName: work.assignerName,
    themeHeadline: words.headline,
    dueOn: row.due_on as PlainDate | null,
    assignedOn: row.assigned_on as PlainDate | null,
    illustrative: row.illustrative,
  }
}
