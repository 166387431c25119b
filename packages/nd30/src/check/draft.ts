import type { Profile } from '../profile/profile.ts'
import type { Paragraph, ReadDocument, Run, Section } from '../read/read-document.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { Piece } from './recognise/piece.ts'
import type { Recognised } from './recognise/recognised.ts'
import type { Repair } from './repair.ts'
import type { SentenceCode } from './sentences.vi.ts'

/** What a rule sees: the file as it looks, which paragraph is which component, and the form in force. */
export interface JudgeContext {
  readonly read: ReadDocument
  readonly recognised: Recognised
  readonly profile: Profile
}

/** A rule is pure and says nothing where it is not sure. */
export type Judge = (context: JudgeContext) => readonly Draft[]

/** A finding before it is put into words. */
export interface Draft {
  readonly rule: RuleId
  /** Which sentence of `sentences.vi.ts` and `.en.ts` says it; `{found}`, `{expected}` and `details` are filled in. */
  readonly code: SentenceCode
  readonly at: DraftPlace
  readonly found: Said
  readonly expected: Said
  readonly details?: Readonly<Record<string, Said>>
  /** What mends it without asking anybody; empty where a person has to. */
  readonly repairs: readonly Repair[]
  /** Further places of the same fault, where one cause shows in many. */
  readonly also?: readonly DraftPlace[]
}

export type DraftPlace =
  | { readonly piece: Piece; readonly run?: Run }
  | { readonly paragraph: Paragraph; readonly run?: Run }
  | { readonly section: Section; readonly part?: string }

/** Words of the document and figures are the same in both languages; other words are given in each. */
export type Said = string | { readonly vi: string; readonly en: string }
