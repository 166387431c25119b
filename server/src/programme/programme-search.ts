import type { Searchable } from '../platform/slices/search.ts'
import { findDecisions } from './decisions/search-decisions.ts'
import { findWorks } from './lists/search-works.tsx'

/** What the programme lets be found: its works and its decisions. */
export const programmeSearch: Searchable = {
  find: async (c, question) => [await findWorks(c, question), await findDecisions(c, question)],
}
