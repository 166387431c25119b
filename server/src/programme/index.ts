/**
 * The year's programme of breakthrough works, from draft to accepted completion: guidance, themes, works and their
 * targets, appraisal, decisions, reports, evidence, figures and claims; what people say about a work, keep as
 * a filter and are told of. Which tables it alone writes is said in `tables.ts`.
 */

export { programmeSlice } from './slice.ts'
