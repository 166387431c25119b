import type { Paragraph, ReadDocument, Run, Section } from '../read/read-document.ts'

/** What mends a finding: the smallest change that makes the effective value right, whatever style it came from. */
export type Repair =
  | { readonly type: 'section'; readonly section: Section; readonly set: SectionChange }
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph; readonly set: ParagraphChange }
  | { readonly type: 'run'; readonly run: Run; readonly set: RunChange }
  /** Letters `from` to `to` (of the run's text, in UTF-16 units) become `by`. */
  | {
      readonly type: 'text'
      readonly run: Run
      readonly from: number
      readonly to: number
      readonly by: string
    }
  /** The number of pages in the head of a section, hidden on its first page. */
  | { readonly type: 'page-number'; readonly section: Section; readonly sizeHalfPoints: number }
  /** A line below a paragraph (at the top of an empty one), so many twentieths of a point long, centred; any before goes. */
  | { readonly type: 'rule-below'; readonly paragraph: Paragraph; readonly lengthTwips: number }

export interface SectionChange {
  readonly widthTwips?: number
  readonly heightTwips?: number
  readonly marginsTwips?: Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>>
  readonly titlePage?: boolean
  readonly pageNumberStart?: number
}

export interface ParagraphChange {
  readonly alignment?: 'left' | 'center' | 'right' | 'both'
  readonly firstLineTwips?: number
  readonly leftTwips?: number
  readonly rightTwips?: number
  readonly beforeTwips?: number
  readonly afterTwips?: number
  readonly line?: { readonly value: number; readonly rule: 'auto' | 'exact' | 'atLeast' }
  /** Whether gaps to neighbours of the same style are left out. */
  readonly contextual?: boolean
  /** The line along its lower side goes. */
  readonly bottomBorder?: 'none'
}

export interface RunChange {
  /** For ascii, hAnsi, cs and eastAsia alike. */
  readonly font?: string
  readonly sizeHalfPoints?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly colour?: 'auto'
}

/** Applies repairs to the file that `document` was read from. Parts that no repair touches keep their bytes. */
export type ApplyRepairs = (document: ReadDocument, repairs: readonly Repair[]) => Promise<Uint8Array>
