import type { Context } from '../context.ts'
import type { MessageKey } from '../message-key.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** A place of the menu that a slice offers; the application draws it. */
export interface NavigationEntry {
  /** The key of its group's title in the catalogue. */
  readonly group: MessageKey
  readonly labelKey: MessageKey
  /** Where it leads; to the page of this year, say, by the circumstances. */
  readonly href: string | ((c: Context) => string)
  readonly icon: string
  /** The section that pages name to mark it as current. */
  readonly section: string
  readonly order: number
  /** Goes there after "g", wherever the reader is; each key once. */
  readonly key?: string
  /** Asked for with every page, so it must be cheap. */
  visible(c: Context): boolean | Promise<boolean>
  /** How many things wait behind it; asked for with every page, so it must be cheap. */
  count?(c: Context): Promise<number>
}

/** Something that waits for a person: what, of whom, since or until when, and where to do it. */
export interface WorklistItem {
  readonly key: string
  readonly title: string
  readonly href: string
  /** Whose it is, and why it is here, in the reader's language. */
  readonly note: string
  readonly dueOn: PlainDate | null
  /** Since when it waits, where it has no due date of its own. */
  readonly since: PlainDate | null
  /** Above all others: returned to the person, past its day, not read yet. */
  readonly urgent: boolean
  /** Invented by the demonstration. */
  readonly illustrative: boolean
}

/** How many there are, and the list of exactly these. */
export interface WorklistCount {
  /** Where a section has more than one list: what this one counts. */
  readonly label: string | null
  readonly total: number
  readonly href: string
}

/** A pile of things of one kind on "Việc của tôi": some of them, and the lists of all. */
export interface WorklistSection {
  readonly key: string
  readonly title: string
  readonly lead: string | null
  readonly icon: string
  readonly order: number
  /** To be done by the person themselves, or to be kept in sight. */
  readonly kind: 'task' | 'watch'
  readonly items: readonly WorklistItem[]
  readonly counts: readonly WorklistCount[]
  /** What is best begun for all of them at once. */
  readonly act: { readonly href: string; readonly label: string } | null
  /** A press that does away with all of them, such as having read the news. */
  readonly clear: {
    readonly action: string
    readonly label: string
    readonly hidden: Readonly<Record<string, string>>
  } | null
}

/** What a slice has for a person on "Việc của tôi": only sections that their roles can have, the empty ones too. */
export interface Worklist {
  sections(c: Context): Promise<readonly WorklistSection[]>
  /** How many things press: the number in the menu. */
  count(c: Context): Promise<number>
}
