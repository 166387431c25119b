import { sliceHandle } from '../platform/data/database.ts'

/** The tables that this slice alone writes. */
export const officeDb = sliceHandle<'comment' | 'comment_named' | 'notice' | 'saved_filter'>()
