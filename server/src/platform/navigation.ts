import type { Context } from './context.ts'

/** A place of the menu that a slice offers; the application draws it. */
export interface NavigationEntry {
  /** The key of its group's title in the catalogue. */
  readonly group: string
  readonly labelKey: string
  /** Where it leads; to the page of this year, say, by the circumstances. */
  readonly href: string | ((c: Context) => string)
  readonly icon: string
  /** The section that pages name to mark it as current. */
  readonly section: string
  readonly order: number
  visible(c: Context): boolean
}

/** Something that waits for a person: what, of whom, until when, and where to do it. */
export interface WorklistItem {
  readonly kind: string
  readonly title: string
  readonly note: string
  readonly href: string
  readonly dueOn: string | null
  /** Above all others: returned to the person, or past its day. */
  readonly urgent: boolean
}

/** A part of "Việc của tôi" that a slice fills: due, returned, waiting for me, given out. */
export interface WorklistSection {
  readonly key: string
  readonly titleKey: string
  readonly emptyKey: string
  readonly order: number
  load(c: Context): Promise<{
    readonly items: readonly WorklistItem[]
    readonly total: number
    readonly allHref: string | null
  }>
}
