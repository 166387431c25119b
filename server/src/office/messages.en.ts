import { messages as filters } from './messages/filters.en.ts'
import { messages as news } from './messages/news.en.ts'
import { messages as talk } from './messages/talk.en.ts'

export const messages: Readonly<Record<string, string>> = { ...talk, ...news, ...filters }
