import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A fresh secret of an address, as both sides keep it: 32 random bytes in base64 (Standard Webhooks 1.0). */
export const newWebhookSecret = (): string => prefix + randomBytes(32).toString('base64')

/**
 * The headers by which the receiver knows who wrote a letter, that nothing in it was changed and that it is not an old one:
 * HMAC-SHA256 over id, second and body (Standard Webhooks 1.0). The id stays the same for each try.
 */
export function signedHeaders(
  secret: string,
  letter: { readonly id: string; readonly body: string },
  now: Date,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const seconds = Math.floor(now.getTime() / 1000).toString()
  const signature = createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(`${letter.id}.${seconds}.${letter.body}`)
    .digest('base64')
  return { 'webhook-id': letter.id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
