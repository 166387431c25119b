import type { ReasonCode } from '../message-key.ts'
import { Refusal } from '../refusal.ts'
import type { JudgeAnswer } from './judge-file.ts'
import type { Active, Trouble } from './judgement.ts'

const ofTrouble: Readonly<Record<Trouble, ReasonCode>> = {
  broken: 'file_broken',
  encrypted: 'file_encrypted',
  oversized: 'file_too_complex',
}

// One sentence for what an official calls by one name and undoes in one way.
const ofActive: Readonly<Record<Active, ReasonCode>> = {
  macro: 'file_with_macro',
  control: 'file_with_control',
  dde: 'file_with_remote_part',
  remote_part: 'file_with_remote_part',
  program: 'file_with_program',
  javascript: 'file_with_script',
  launch: 'file_with_launch',
  media: 'file_with_media',
  xfa: 'file_with_xfa',
  sending: 'file_with_sending',
}

/**
 * What no office takes, whatever the file is for: a mark of secrecy first, since nothing else is to be said of such a file.
 * @throws Refusal `secret_mark_stopped`, `file_broken`, `file_encrypted`, `file_too_complex`, `file_with_…`
 */
export function admitJudged({
  isMarked,
  trouble,
  active,
}: Pick<JudgeAnswer, 'isMarked' | 'trouble' | 'active'>): void {
  if (isMarked) throw new Refusal('secret_mark_stopped')
  const [first] = active
  if (first !== undefined) throw new Refusal(ofActive[first], {}, { status: 415 })
  if (trouble !== null)
    throw new Refusal(ofTrouble[trouble], {}, trouble === 'oversized' ? {} : { status: 415 })
}
