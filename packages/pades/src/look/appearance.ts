import type { PdfRef } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'

/** Left, bottom, right, top in the user space of a page. */
export type Rect = readonly [number, number, number, number]

/** The look of a signature on its page. */
export interface WidgetLook {
  readonly rect: Rect
  /** What it says, read aloud to those who cannot see it. */
  readonly words?: string
  /** Makes the form XObject of the look (ISO 32000-2, 12.5.5) and what belongs to it. */
  readonly build: (allocate: () => number) => {
    readonly normal: PdfRef
    readonly objects: readonly NewObject[]
  }
}
