import { messages as completion } from './messages/completion.en.ts'
import { messages as events } from './messages/events.en.ts'
import { messages as forms } from './messages/forms.en.ts'
import { messages as lists } from './messages/lists.en.ts'
import { messages as pages } from './messages/pages.en.ts'
import { messages as queries } from './messages/queries.en.ts'
import { messages as records } from './messages/records.en.ts'
import { messages as refusalsBeyond } from './messages/refusals.en.ts'
import { messages as worklist } from './messages/worklist.en.ts'
import { refusals } from './rules/refusals.en.ts'
import { words } from './rules/words.en.ts'

export const messages: Readonly<Record<string, string>> = {
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
