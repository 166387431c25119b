import type { Context } from '../platform/context.ts'
import { type Reason, refuseIf } from '../platform/refusal.ts'
import { authorize, type WorkAct } from './policy.ts'
import type { WorkState } from './rules/states.ts'
import { getWorkForUpdate, type LoadedWork, requireVersion } from './work.ts'

/** The acts of a work's road that a page offers, in the order of its life. */
export const workActNames = [
  'submit',
  'edit',
  'withdraw',
  'open_appraisal',
  'appraise',
  'dismiss_duplicate',
  'decide',
  'start',
  'report',
  'offer_evidence',
  'judge_evidence',
  'report_completion',
  'check_completion',
  'decide_completion',
  'ask_adjustment',
  'decide_adjustment',
  'remind',
  'suspend',
  'resume',
] as const
export type WorkActName = (typeof workActNames)[number]

/**
 * An act on one work, as its page, the list of open acts and the act itself know it (decision 031). What is typed is checked
 * by the act alone: it is not known before.
 */
export interface ActOnWork {
  readonly name: WorkActName
  readonly permission: WorkAct
  /** The states in which the act is worth showing, open or closed with its reason; in others it would only be noise. */
  readonly shownIn: readonly WorkState[]
  href(ref: string): string
  /** What stands against it, whatever will be typed; none: it is open. */
  against(c: Context, work: LoadedWork): Promise<readonly Reason[]> | readonly Reason[]
}

/**
 * The work that an act is done to, locked: the actor may do it, has seen this version, and nothing stands against it.
 * @param typed what is wrong with what was typed; said only where the act is open
 * @throws Refusal `not_found`, `forbidden`, `version_conflict`, or the reasons
 */
export async function takeWork(
  c: Context,
  act: ActOnWork,
  input: { readonly ref: string; readonly version: number },
  typed: readonly Reason[] = [],
): Promise<LoadedWork> {
  const work = await getWorkForUpdate(c, input.ref)
  authorize(c, act.permission, work.record)
  requireVersion(work, input.version)
  refuseIf(await act.against(c, work))
  refuseIf(typed)
  return work
}
