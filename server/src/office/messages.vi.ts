import { messages as filters } from './messages/filters.vi.ts'
import { messages as news } from './messages/news.vi.ts'
import { messages as talk } from './messages/talk.vi.ts'

export const messages = { ...talk, ...news, ...filters }

declare module '../platform/message-key.ts' {
  interface MessageKeys extends Record<keyof typeof messages, string> {}
}
