import type { ProfileName } from '../src/model/document.ts'
import type { RuleId } from '../src/rules/catalogue.ts'

/**
 * A document of the corpus and what is wrong with its damaged twin. The sound one has every legal choice of its own and
 * nothing of which `must` or `should` may be said; the damaged one differs from it by `damages` alone.
 *
 * Labels are written from the text of the forms, by one who does not read the rules of the checker.
 */
export interface Label {
  readonly id: string
  readonly producer: Producer
  readonly profile: ProfileName
  /** The date of the document, by whose form it is judged. */
  readonly at: string
  readonly kind: string
  readonly about: string
  readonly damages: readonly Damage[]
}

/** `word`: XML written by hand in the manner of Word. */
export type Producer = 'docx' | 'libreoffice' | 'word'

export interface Damage {
  readonly what: string
  readonly changes: readonly Change[]
  readonly expect: readonly Expected[]
  /** Rules that may be named as well, where the form supports either: neither right nor wrong. */
  readonly allow?: readonly RuleId[]
}

export interface Expected {
  readonly rule: RuleId
  /** Rules by which it may be said instead. */
  readonly or?: readonly RuleId[]
  /** Words among the first 60 letters of the paragraph; left out for what is said of a page or of the whole. */
  readonly excerpt?: string
  /** Of how many paragraphs it is to be said; 1 unless given. */
  readonly count?: number
}

/** `in` finds the first paragraph that begins with these words, or else that has them. */
export type Change =
  | { readonly do: 'all'; readonly set: RunLook }
  | { readonly do: 'run'; readonly in: string; readonly words?: string; readonly set: RunLook }
  | { readonly do: 'paragraph'; readonly in: string; readonly set: ParagraphLook }
  | { readonly do: 'words'; readonly in: string; readonly from: string; readonly to: string }
  | { readonly do: 'drop'; readonly in: string }
  /** The line below it becomes this share of the words; 0: none. */
  | { readonly do: 'line'; readonly in: string; readonly share: number }
  | { readonly do: 'box'; readonly in: string; readonly set: 'none' | { readonly colour: string } }
  | {
      readonly do: 'page'
      readonly section: number
      readonly marginsMm?: Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>
      readonly sizeMm?: readonly [width: number, height: number]
    }
  | { readonly do: 'page-number'; readonly section: number; readonly set: PageNumberLook }
  | { readonly do: 'swap'; readonly in: string; readonly with: string }
  | { readonly do: 'add'; readonly before: string; readonly text: string; readonly like: string }
  | { readonly do: 'encode'; readonly in: string; readonly as: 'nfd' | 'tcvn3' | 'vni' }
  /** The signature no longer stands beside the recipients but below them. */
  | { readonly do: 'apart' }

export interface RunLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly sizePt?: number
  readonly font?: string
  readonly colour?: string
}

export interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly firstLineMm?: number
  readonly beforePt?: number
  readonly afterPt?: number
  readonly lines?: number
  readonly exactPt?: number
  readonly contextual?: boolean
}

export type PageNumberLook =
  | 'none'
  | 'in-footer'
  | 'on-first-page'
  | 'left'
  | 'counted-on'
  | { readonly sizePt: number }
