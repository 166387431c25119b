/**
 * What every desk does, for the things of any slice: what people say about a thing and what they are told of it. A slice
 * says by a `SubjectKind` how its things are loaded, and takes the routes and pages that it wants.
 */

export { actorNameOf, inSteadOf } from './acted-by.ts'
export { talkApi } from './api/talk.ts'
export { keepNotices } from './news/keep-notices.ts'
export { talkPages } from './pages/talk.tsx'
export { officeSlice } from './slice.ts'
export { type DeskAct, type Subject, type SubjectKind, subjectKinds } from './subject.ts'
export { talkAbout } from './talk/comment.ts'
export { commentIdsOf, countComments } from './talk/comments.ts'
