import type { Readable } from 'node:stream'
import type { VNode } from 'preact'

/** What a page answers with; the application puts its frame around a page's body. */
export type View = PageView | RedirectView | FileView

export interface PageView {
  readonly kind: 'page'
  readonly title: string
  readonly body: VNode
  readonly status?: number
  /** The entry of the navigation that the page belongs to. */
  readonly section?: string
  /** Has no shell of its own: for somebody unknown the plain one is put around it. */
  readonly alone?: boolean
  /** Without the frame (sign-in, a printed annex). */
  readonly bare?: boolean
  /** `desk`: fills the window, for a queue that is judged one by one (`ui/desk.tsx`). */
  readonly layout?: 'desk'
}

export interface RedirectView {
  readonly kind: 'redirect'
  readonly to: string
}

export interface FileView {
  readonly kind: 'file'
  readonly content: Readable | Uint8Array | string
  readonly mediaType: string
  readonly fileName: string
  readonly disposition?: 'attachment' | 'inline'
}
