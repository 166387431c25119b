import type { IDToken } from 'openid-client'
import { z } from 'zod'
import { personNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { OidcSettings } from '../../platform/config/config.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { id, text } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { getAdministeredAccount } from '../account.ts'
import { tellOwner } from '../account-notices.ts'
import { unlessBroken } from '../constraint.ts'
import { tellInspectors, whoAndBy } from '../second-person/tell-inspectors.ts'
import { recordWaysIn } from '../second-person/ways-in.ts'
import { endSessions } from '../sessions/sessions.ts'
import { identityDb, type OutsideIdentityId } from '../tables.ts'
import { foldUsername } from '../username.ts'

export interface OutsideLink {
  readonly id: OutsideIdentityId
  readonly issuer: string
  readonly subject: string
  readonly linkedAt: Date
  readonly lastUsedAt: Date | null
}

/** The external identities of an account; the caller has checked permission. */
export async function outsideLinksOf(c: Context, accountId: string): Promise<readonly OutsideLink[]> {
  const rows = await identityDb(c)
    .selectFrom('outside_identity')
    .select(['id', 'issuer', 'subject', 'linked_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('linked_at')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id as OutsideIdentityId,
    issuer: row.issuer,
    subject: row.subject,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  }))
}

export const linkOutsideInput = z.strictObject({
  username: text(100),
  issuer: z.url({ protocol: /^https?$/, error: 'error.issuer' }).max(500, 'error.too_long'),
  subject: text(255),
})
export type LinkOutsideInput = z.output<typeof linkOutsideInput>

/** Says which person of the outside provider an account belongs to. Nobody does it for their own account. */
export async function linkOutside(c: Context, input: LinkOutsideInput): Promise<{ username: string }> {
  const account = await getAdministeredAccount(c, 'outside.link', input.username)
  if (account.id === c.actor.accountId) throw new Refusal('outside_own', {}, { status: 403 })
  await saveLink(c, { accountId: account.id, issuer: input.issuer, subject: input.subject })
  await recordWaysIn(c, [account.id], 'outside', `${new URL(input.issuer).host}: ${input.subject}`)
  const told = { ...whoAndBy(c, account), subject: input.subject }
  await tellOwner(c, account.id, 'outside_linked', told)
  await tellInspectors(c, account.personId, 'seen_outside_linked', told)
  return { username: account.username }
}

async function saveLink(
  c: PublicContext,
  link: { readonly accountId: string; readonly issuer: string; readonly subject: string },
): Promise<OutsideIdentityId> {
  const linkId = newId<'outside-identity'>()
  const inserted = identityDb(c)
    .insertInto('outside_identity')
    .values({
      id: linkId,
      account_id: link.accountId,
      issuer: link.issuer,
      subject: link.subject,
      linked_at: c.now,
      linked_by: c.actor?.accountId ?? null,
    })
    .execute()
  await unlessBroken(inserted, {
    outside_identity_once: () =>
      new Refusal(
        'outside_taken',
        {},
        { status: 409, reasons: [{ code: 'outside_taken', field: 'subject' }] },
      ),
  })
  await audit(c, 'outside.link', { kind: 'account', id: link.accountId }, { ...link, linkId })
  return linkId
}

export const unlinkOutsideInput = z.strictObject({ linkId: id() })
export type UnlinkOutsideInput = z.output<typeof unlinkOutsideInput>

/** Takes the link away; what it opened is closed. */
export async function unlinkOutside(
  c: Context,
  { linkId }: UnlinkOutsideInput,
): Promise<{ username: string }> {
  const row = await identityDb(c)
    .selectFrom('outside_identity')
    .innerJoin('account', 'account.id', 'outside_identity.account_id')
    .select('account.username')
    .where('outside_identity.id', '=', linkId)
    .where('outside_identity.ended_at', 'is', null)
    .forUpdate('outside_identity')
    .executeTakeFirst()
  if (row === undefined) throw notFound('outside-identity')
  const account = await getAdministeredAccount(c, 'outside.unlink', row.username)
  await identityDb(c)
    .updateTable('outside_identity')
    .set({ ended_at: c.now })
    .where('id', '=', linkId)
    .execute()
  const endedSessions = await endSessions(c, account.id)
  await audit(c, 'outside.unlink', { kind: 'account', id: account.id }, { linkId, endedSessions })
  return { username: account.username }
}

const accountFields = [
  'account.id as accountId',
  'account.username as username',
  'account.person_id as personId',
] as const

/** The open account of a person of the provider's: issuer and subject are compared to the letter. */
export async function findOutsideAccount(c: PublicContext, issuer: string, subject: string) {
  return identityDb(c)
    .selectFrom('outside_identity')
    .innerJoin('account', 'account.id', 'outside_identity.account_id')
    .select(['outside_identity.id as linkId', ...accountFields])
    .select(personNameOf('account.person_id').as('personName'))
    .where('outside_identity.issuer', '=', issuer)
    .where('outside_identity.subject', '=', subject)
    .where('outside_identity.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Links the account that a claim of the provider names, where the installation trusts the provider to name it. An address
 * counts only where the provider says that it was verified. An account that has a link already is left alone: two people
 * of the provider with one name must not share it.
 */
export async function linkByClaim(c: PublicContext, { issuer, accountClaim }: OidcSettings, claims: IDToken) {
  if (accountClaim === undefined) return undefined
  const named = claims[accountClaim]
  if (typeof named !== 'string' || named === '') return undefined
  if (accountClaim === 'email' && claims.email_verified !== true) return undefined
  const account = await identityDb(c)
    .selectFrom('account')
    .select(accountFields)
    .select(personNameOf('account.person_id').as('personName'))
    .where('username', '=', foldUsername(named))
    .where('disabled_at', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('outside_identity')
            .select('outside_identity.id')
            .whereRef('outside_identity.account_id', '=', 'account.id')
            .where('outside_identity.issuer', '=', issuer),
        ),
      ),
    )
    .forUpdate()
    .executeTakeFirst()
  if (account === undefined) return undefined
  return {
    ...account,
    linkId: await saveLink(c, { accountId: account.accountId, issuer, subject: claims.sub }),
  }
}
