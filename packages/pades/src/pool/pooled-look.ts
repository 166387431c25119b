import type { WidgetLook } from '../look/appearance.ts'
import { type PersonMarkOptions, personMark } from '../look/person-mark.ts'
import { type Place, placeMark } from '../look/place.ts'
import { sealMark } from '../look/seal-mark.ts'
import { openPdf } from '../pdf/document.ts'
import { pageAt } from '../pdf/pages.ts'
import type { ByteSource } from '../source.ts'

/** A look as it can be sent to a thread: what is to be seen, and where. */
export interface PooledLook {
  readonly mark:
    | (PersonMarkOptions & { readonly kind: 'person' })
    | {
        readonly kind: 'seal'
        readonly png: Uint8Array
        readonly widthMm: number
        /** What is read aloud in its place. */
        readonly words?: string
      }
  readonly place: Place
}

/** Nothing where the page is not there, which signing says itself. */
export function buildLook(source: ByteSource, page: number, { mark, place }: PooledLook): WidgetLook | null {
  const file = openPdf(source)
  const found = pageAt(file, page)
  if (found === null) return null
  const made = mark.kind === 'person' ? personMark(mark) : sealMark(mark.png, mark.widthMm, mark.words)
  return placeMark(file, found, made.mark, place)
}
