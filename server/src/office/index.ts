/**
 * Functions shared by all slices with records that people work on: comments on a thing, notices about it, and saved
 * filters of a list. A slice defines by a `SubjectKind` how its things are loaded, and includes the routes and pages that it wants.
 */

export { actorNameOf, inSteadOf } from './acted-by.ts'
export { talkApi } from './api/talk.ts'
export { type FilteredList, filteredLists } from './list/filtered-list.ts'
export { listFilters, type SavedFilter, savedFilters } from './list/saved-filters.ts'
export { keepNotices } from './news/keep-notices.ts'
export { SavedFilterLinks } from './pages/saved-filters.tsx'
export { talkPages } from './pages/talk.tsx'
export { officeSlice } from './slice.ts'
export { type DeskAct, type Subject, type SubjectKind, subjectKinds } from './subject.ts'
export { talkAbout } from './talk/comment.ts'
export { commentIdsOf, countComments } from './talk/comments.ts'
