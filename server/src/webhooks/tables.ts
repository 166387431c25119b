import { sliceHandle } from '../platform/data/database.ts'
import type { Id } from '../platform/id.ts'

export type WebhookId = Id<'webhook'>
export type DeliveryId = Id<'webhook-delivery'>

/** The tables that this slice alone writes. */
export const webhooksDb = sliceHandle<'webhook' | 'webhook_delivery'>()
