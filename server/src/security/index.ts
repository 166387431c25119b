/**
 * The audit log for those who inspect: searched, read and exported within one's scope, each search an entry itself;
 * the erasing of a content by a decision on paper; the acknowledging of a fault by two people; what was stopped for its mark of secrecy, and spills. The record itself is written and sealed by `platform/audit`.
 */

export { rememberFaults } from './known-faults.ts'
export { securitySlice } from './slice.ts'
