import { messages as completion } from './messages/completion.vi.ts'
import { messages as events } from './messages/events.vi.ts'
import { messages as forms } from './messages/forms.vi.ts'
import { messages as lists } from './messages/lists.vi.ts'
import { messages as pages } from './messages/pages.vi.ts'
import { messages as queries } from './messages/queries.vi.ts'
import { messages as records } from './messages/records.vi.ts'
import { messages as refusalsBeyond } from './messages/refusals.vi.ts'
import { messages as worklist } from './messages/worklist.vi.ts'
import { refusals } from './rules/refusals.vi.ts'
import { words } from './rules/words.vi.ts'

export const messages = {
  ...refusalsBeyond,
  ...refusals,
  ...words,
  ...forms,
  ...events,
  ...completion,
  ...pages,
  ...queries,
  ...worklist,
  ...records,
  ...lists,
}

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
