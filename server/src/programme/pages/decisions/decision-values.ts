import { type FormValues, listValue, rowValues, textValue } from '../../../platform/http/form.ts'
import type { CandidateGroup } from '../../decisions/decision-candidates.ts'
import type { decidedActions } from '../../decisions/record-decision.ts'

export type DecidedAction = (typeof decidedActions)[number]

/** What a decision may say of the works of a group; the first is what is usually meant. */
export const groupActions: Readonly<Record<CandidateGroup, readonly DecidedAction[]>> = {
  approved: ['assign', 'drop'],
  approve: ['approve_assign', 'approve', 'return', 'reject'],
  return: ['return', 'reject', 'approve', 'approve_assign'],
  reject: ['reject', 'return', 'approve', 'approve_assign'],
  not_judged: ['return', 'reject'],
}

/** The acts that need a reason; a return needs a date as well. */
export const reasonedActions: readonly DecidedAction[] = ['return', 'reject', 'drop']

export const groupNames = ['approved', 'approve', 'return', 'reject', 'not_judged'] as const

interface Item {
  readonly ref: string
  readonly action: string
  readonly reason: string
  readonly returnBy: string
}

/** What one group of the form says. */
export function groupValues(values: FormValues | undefined, group: CandidateGroup): FormValues {
  const groups = values?.groups
  const one = typeof groups === 'object' && !Array.isArray(groups) ? (groups as FormValues)[group] : undefined
  return typeof one === 'object' && !Array.isArray(one) ? (one as FormValues) : {}
}

/**
 * The works and what is decided on each: a group's act for its ticked works, except those for which a line of exceptions
 * says something else. Their order is that of the form, so that a reason finds its work again.
 */
export function decidedItems(values: FormValues): readonly Item[] {
  const others = rowValues(values, 'others').filter((row) => textValue(row, 'ref').trim() !== '')
  const excepted = new Set(others.map((row) => textValue(row, 'ref').trim()))
  const ofGroups = groupNames.flatMap((group) => {
    const said = groupValues(values, group)
    return listValue(said, 'works')
      .filter((ref) => !excepted.has(ref))
      .map((ref) => itemOf(ref, said))
  })
  return [...ofGroups, ...others.map((row) => itemOf(textValue(row, 'ref').trim(), row))]
}

function itemOf(ref: string, said: FormValues): Item {
  const action = textValue(said, 'action')
  const isReasoned = (reasonedActions as readonly string[]).includes(action)
  return {
    ref,
    action,
    reason: isReasoned ? textValue(said, 'reason') : '',
    returnBy: action === 'return' ? textValue(said, 'returnBy') : '',
  }
}

/** The input of the act: the paper and its items. */
export function decisionInput(values: FormValues): unknown {
  const { year, issuer, number, decidedOn, format, title, uploadId } = values
  return {
    year,
    issuer,
    number,
    decidedOn,
    title,
    ...(format === undefined ? {} : { format }),
    ...(uploadId === undefined ? {} : { uploadId }),
    items: decidedItems(values),
  }
}

/** The work that an error's path (`items.3`, `items.3.returnBy`) speaks of, and the part of the item, if any. */
export function erredItem(
  path: string,
  items: readonly Item[],
): { readonly ref: string; readonly part: string | null } | null {
  const found = /^items\.(\d+)(?:\.(\w+))?$/.exec(path)
  const item = found === null ? undefined : items[Number(found[1])]
  return item === undefined ? null : { ref: item.ref, part: found?.[2] ?? null }
}
