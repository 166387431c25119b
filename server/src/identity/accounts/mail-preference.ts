import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import type { ReasonCode } from '../../platform/message-key.ts'
import { becauseOf } from '../../platform/refusal.ts'
import { requireConfirmed } from '../second-person/ways-in.ts'
import { identityDb } from '../tables.ts'

/** Where a person wants the letter of the morning, if anywhere. */
export interface MailPreference {
  readonly address: string
  readonly digest: boolean
}

/** What the settings of the installation say of mail; null where it has no mail server. */
export interface MailRules {
  /** Only addresses of these domains are taken; empty: of any. */
  readonly domains: readonly string[]
}

const address = z
  .union([z.literal(''), z.email('error.mail_address').max(200, 'error.too_long')])
  .nullish()
  .transform((value) => value ?? '')

/** One's own address and whether one wants the letter. The address is told to nobody else. */
export const setMailPreference = (rules: MailRules | null) =>
  endpoint({
    name: 'account.set_mail',
    input: z.strictObject({ address, digest: field.flag() }),
    fresh: true,
    async run(c, { address: typed, digest }) {
      refuseWrong(rules, { address: typed, digest })
      await requireConfirmed(c, c.actor.accountId)
      await identityDb(c)
        .updateTable('account')
        .set({ mail_address: typed === '' ? null : typed, digest })
        .where('id', '=', c.actor.accountId)
        .execute()
      // The record says that it was changed, and not to what: an address is a person's own.
      await audit(
        c,
        'account.set_mail',
        { kind: 'account', id: c.actor.accountId },
        { digest, given: typed !== '' },
      )
      return { digest }
    },
  })

function refuseWrong(rules: MailRules | null, { address: typed, digest }: MailPreference): void {
  const wrong = (code: ReasonCode, params: Readonly<Record<string, string>>, of: string) =>
    becauseOf({ code, params, field: of })
  if (rules === null && digest) throw wrong('mail_not_set_up', {}, 'digest')
  if (digest && typed === '') throw wrong('mail_address_missing', {}, 'address')
  const domain = typed.split('@')[1]?.toLowerCase() ?? ''
  const domains = rules?.domains ?? []
  if (typed !== '' && domains.length > 0 && !domains.includes(domain)) {
    throw wrong('mail_domain_foreign', { domains: domains.join(', ') }, 'address')
  }
}

/** What one has chosen. */
export async function getMailPreference(c: Context): Promise<MailPreference> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select(['mail_address', 'digest'])
    .where('id', '=', c.actor.accountId)
    .executeTakeFirstOrThrow()
  return { address: row.mail_address ?? '', digest: row.digest }
}
