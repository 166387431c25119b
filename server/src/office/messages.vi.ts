import { messages as news } from './messages/news.vi.ts'
import { messages as talk } from './messages/talk.vi.ts'

export const messages: Readonly<Record<string, string>> = { ...talk, ...news }
