import { Refusal } from '../../platform/refusal.ts'
import type { FilteredList } from '../list/filtered-list.ts'

/** A list that no slice has: its one condition is the parameter `nhan`. */
export const inventedList = (key: string, more: Partial<FilteredList> = {}): FilteredList => ({
  key,
  href: `/${key}`,
  section: 'app.my_work',
  words: { name: 'worklist.news_title', back: 'office.cancel', example: 'office.talk.text' },
  overseers: ['inspector'],
  keptQuery(_c, query) {
    const label = new URLSearchParams(query).get('nhan')
    if (label === null) throw new Refusal('input_invalid')
    return new URLSearchParams({ nhan: label }).toString()
  },
  conditions: async (_c, queries) =>
    queries.map((query) => [`nhãn ${new URLSearchParams(query).get('nhan') ?? ''}`]),
  ...more,
})
