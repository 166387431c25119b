import type { Worklist } from '../platform/slices/navigation.ts'
import { countUnread, newsSection } from './news/notices.ts'
import type { SubjectKind } from './subject.ts'

const shownNews = 5

/** A person's notices, on "Việc của tôi". */
export const officeWorklist = (kinds: readonly SubjectKind[]): Worklist => ({
  sections: async (c) => [await newsSection(c, kinds, shownNews)],
  count: (c) => countUnread(c, kinds),
})
