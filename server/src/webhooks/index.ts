/**
 * Events for machines outside: an address of an account in a post hears what that post may read, in letters that are signed
 * and sent until they are taken. Which events there are, and who may hear of what, the slices say by `OutwardEvents`.
 */

export { WebhookSender } from './sender.ts'
export { webhooksSlice } from './slice.ts'
