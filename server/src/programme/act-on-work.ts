import type { Context } from '../platform/context.ts'
import { type Reason, Refusal, refuseIf } from '../platform/refusal.ts'
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

/** A work that is asked about. What acts load of it is loaded once, however many of them ask. */
export interface AskedWork {
  readonly c: Context
  readonly work: LoadedWork
  /** What `load` finds; the same function is called once. Only for reading: after a write a new question is asked. */
  known<Loaded>(load: (c: Context, work: LoadedWork) => Promise<Loaded>): Promise<Loaded>
}

export function askAbout(c: Context, work: LoadedWork): AskedWork {
  const loaded = new Map<unknown, Promise<unknown>>()
  return {
    c,
    work,
    known<Loaded>(load: (c: Context, work: LoadedWork) => Promise<Loaded>) {
      const found = loaded.get(load) ?? load(c, work)
      loaded.set(load, found)
      return found as Promise<Loaded>
    },
  }
}

/**
 * An act on one work, as its page, the list of open acts and the act itself know it (decision 031). What is typed is checked
 * by the act alone: it is not known before.
 */
export interface ActOnWork {
  readonly name: WorkActName
  readonly permission: WorkAct
  /** The states in which the act is worth showing, open or closed with its reason; in others it would only be noise. */
  readonly shownIn: readonly WorkState[]
  /** What of the work it is done to, such as the evidence that waits; absent: the work itself. */
  readonly subject?: {
    /** The id of the first one that waits; null: the act is not offered. */
    find(asked: AskedWork): Promise<string | null>
    /** How the act is refused where there is none. */
    missing(): Refusal
  }
  href(ref: string, subjectId: string | null): string
  /** What stands against it, whatever will be typed; none: it is open. */
  against(asked: AskedWork, subjectId: string | null): Promise<readonly Reason[]> | readonly Reason[]
}

/** Why an act cannot be done to a work now; null: it is open. @param subjectId what it is done to, else what waits first */
export async function findRefusal(
  act: ActOnWork,
  asked: AskedWork,
  subjectId?: string,
): Promise<Refusal | null> {
  const id = subjectId ?? (await act.subject?.find(asked)) ?? null
  const reasons = await act.against(asked, id)
  const [first] = reasons
  if (first !== undefined) return new Refusal(first.code, first.params ?? {}, { reasons })
  return act.subject !== undefined && id === null ? act.subject.missing() : null
}

/**
 * The work that an act is done to, locked: the actor may do it, has seen this version, and nothing stands against it.
 * @param input `version` where the act asks for one; `subjectId` where a form or a machine says what of the work it is done to
 * @param typed what is wrong with what was typed; said only where the act is open
 * @throws Refusal `not_found`, `forbidden`, `version_conflict`, or the reasons
 */
export async function takeWork(
  c: Context,
  act: ActOnWork,
  input: { readonly ref: string; readonly version?: number; readonly subjectId?: string },
  typed: readonly Reason[] = [],
): Promise<LoadedWork> {
  const work = await getWorkForUpdate(c, input.ref)
  authorize(c, act.permission, work.record)
  if (input.version !== undefined) requireVersion(work, input.version)
  const refusal = await findRefusal(act, askAbout(c, work), input.subjectId)
  if (refusal !== null) throw refusal
  refuseIf(typed)
  return work
}
