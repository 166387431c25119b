import type { Profile } from '../../profile/profile.ts'
import type { SignatureBlock } from '../document.ts'
import { capital } from './letters.ts'

export interface SignatureWords {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH` */
  readonly authority: readonly string[]
  readonly position: string | null
  /** With the rank before it where there is one. */
  readonly signer: string
}

/** Ô 7: Decree 30, art. 13 and annex I, part II, 7; `T/M`, `K/T` for the Party. */
export const signatureWords = (
  block: SignatureBlock,
  { authority }: Pick<Profile, 'authority'>,
): SignatureWords => ({
  authority: (block.authority ?? []).map(({ prefix, of }) => `${authority[prefix]} ${capital(of)}`),
  position: block.position === undefined ? null : capital(block.position),
  signer: block.title === undefined ? block.name : `${block.title} ${block.name}`,
})
