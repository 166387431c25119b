import type { Judge } from '../draft.ts'
import { lookFaults } from './look-fault.ts'

/** H04: the body above and the issuing body. Annex I, part II, 2. */
export const judgeBodies: Judge = (context) => {
  const heads = [context.recognised.head, ...(context.recognised.copy ? [context.recognised.copy.head] : [])]
  return heads.flatMap(({ superior, issuer }) => [
    ...lookFaults(context, 'H04', 'superior', superior),
    ...lookFaults(context, 'H04', 'issuer', issuer),
  ])
}
