import type { IconName } from '../../../ui/icons.gen.ts'
import type { Tone } from '../../../ui/tones.ts'

/** How the outcome that an appraiser proposes looks; its word is `programme.proposal.<outcome>`. */
export const proposalLooks: Readonly<
  Record<'approve' | 'return' | 'reject', { readonly tone: Tone; readonly icon: IconName }>
> = {
  approve: { tone: 'good', icon: 'circle-check' },
  return: { tone: 'warn', icon: 'arrow-back-up' },
  reject: { tone: 'bad', icon: 'ban' },
}
