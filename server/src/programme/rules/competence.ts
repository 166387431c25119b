/**
 * Who may assign a work to whom (design 8.5). The two ladders do not meet: a collective answers to what stands above
 * it in its own system, a person to the body that manages the post, wherever the post's unit hangs.
 */
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type Reason, reason } from './refusals.ts'

/** The body that decides. A standing committee acts for its committee, which is its root; any other is its own root. */
export interface Issuer {
  readonly name: string
  readonly unitId: string
  readonly rootId: string
  /** Whether it assigns works to heads only, as the province's standing committee does (programme specification, 3.2). */
  readonly headsOnly: boolean
}

/** The owner of a work as it stood on the decision's date. */
export type OwnerOnDate =
  | {
      readonly kind: 'collective'
      readonly unit: string
      /** The units above it on that date, itself left out, in the system through which it answers. */
      readonly ancestorIds: readonly string[]
    }
  | {
      readonly kind: 'individual'
      readonly post: string
      readonly isHead: boolean
      /** Whether the person who registered the work held the post on that date. */
      readonly held: boolean
      /** The root of the body that managed the post on that date; null where none did. */
      readonly managingRootId: string | null
    }

/** Why `issuer` may not assign to `owner` by a decision of that date; empty where it may. */
export function competenceReasons(
  issuer: Issuer,
  owner: OwnerOnDate,
  decidedOn: PlainDate,
): readonly Reason[] {
  if (owner.kind === 'collective') {
    const above = [issuer.unitId, issuer.rootId].some((id) => owner.ancestorIds.includes(id))
    return above
      ? []
      : [reason('issuer_not_above_unit', { issuer: issuer.name, unit: owner.unit, decidedOn })]
  }
  const { post, isHead, held, managingRootId } = owner
  if (!held) return [reason('post_not_held', { post, decidedOn })]
  if (managingRootId !== issuer.rootId) {
    return [reason('issuer_not_managing_post', { issuer: issuer.name, post, decidedOn })]
  }
  return issuer.headsOnly && !isHead ? [reason('post_not_head', { issuer: issuer.name, post })] : []
}

/**
 * Why `issuer` is not competent for a work on that date, for any decision: a collective belongs to the body above it, a
 * person to the body that manages the post, or, if there is none, to the body above.
 */
export function answeringReasons(
  issuer: Issuer,
  owner: OwnerOnDate,
  decidedOn: PlainDate,
): readonly Reason[] {
  if (owner.kind === 'collective') return competenceReasons(issuer, owner, decidedOn)
  const { post, managingRootId } = owner
  return managingRootId === null || managingRootId === issuer.rootId
    ? []
    : [reason('issuer_not_managing_post', { issuer: issuer.name, post, decidedOn })]
}

/**
 * Whether a body belongs to the registrant's unit: it is that unit, acts for it, or lies below it. Such a body may
 * neither appraise nor accept (programme specification, 5).
 */
export function isOwnUnit(
  body: { readonly unitId: string; readonly rootId: string; readonly ancestorIds: readonly string[] },
  registrantUnitId: string,
): boolean {
  return [body.unitId, body.rootId, ...body.ancestorIds].includes(registrantUnitId)
}
