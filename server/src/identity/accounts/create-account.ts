import { z } from 'zod'
import { getPerson } from '../../organisation/index.ts'
import { audit } from '../../platform/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { flag, id } from '../../platform/fields.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
import { tellOwner } from '../account-notices.ts'
import { unlessBroken } from '../constraint.ts'
import { reasonsAgainstPassword } from '../passwords/password-rules.ts'
import { wordsAround } from '../passwords/password-words.ts'
import { hashPassword, makePassword, noPassword } from '../passwords/passwords.ts'
import { authorizePerson } from '../policy.ts'
import { tellInspectors, whoAndBy } from '../second-person/tell-inspectors.ts'
import { firstPasswordEnds, recordWaysIn } from '../second-person/ways-in.ts'
import { type AccountId, identityDb } from '../tables.ts'
import { usernameMaxLength, usernamePattern } from '../username.ts'

export const createAccountInput = z.strictObject({
  username: z.string().max(usernameMaxLength, 'error.too_long').regex(usernamePattern, 'error.username'),
  personId: id(),
  /** Missing: nobody can sign in until one is set. */
  password: z.string().nullish(),
  /** Instead of one that the caller chose: made up and given back once. */
  makePassword: flag(),
})
export type CreateAccountInput = z.output<typeof createAccountInput>

/** Makes an account for a person. It has no rights of its own: those come with the person's posts. */
export async function createAccount(
  c: Context,
  input: CreateAccountInput,
): Promise<{ accountId: AccountId; username: string; password: string | null }> {
  await authorizePerson(c, 'account.create', input.personId)
  const madeUp = input.makePassword && input.password == null ? makePassword() : null
  const accountId = await saveAccount(c, { ...input, password: madeUp ?? input.password })
  await tellOwner(c, accountId, 'account_opened', { by: c.actor.personName })
  const { fullName: personName } = await getPerson(c, input.personId)
  const told = whoAndBy(c, { username: input.username, personName })
  await tellInspectors(c, [input.personId], 'seen_account_opened', told)
  return { accountId, username: input.username, password: madeUp }
}

/** The same without asking for permission: for whoever runs the server. */
export async function saveAccount(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  input: Omit<CreateAccountInput, 'makePassword'>,
): Promise<AccountId> {
  const { username, password } = input
  if (password != null) {
    const owner = { username, words: await wordsAround(c, input.personId) }
    refuseIf(await reasonsAgainstPassword('password', password, owner))
  }
  const accountId = newId<'account'>()
  const inserted = identityDb(c)
    .insertInto('account')
    .values({
      id: accountId,
      username,
      person_id: input.personId,
      password_hash: password == null ? noPassword : await hashPassword(password),
      must_change_password: password != null,
      password_expires_at: password == null ? null : firstPasswordEnds(c.now),
      created_at: c.now,
    })
    .execute()
  await unlessBroken(inserted, {
    account_username_key: () => {
      const reason = { code: 'username_taken', params: { username }, field: 'username' }
      return new Refusal('username_taken', { username }, { status: 409, reasons: [reason] })
    },
    account_person_id_fkey: () => notFound('person'),
  })
  await recordWaysIn(c, [accountId], 'created')
  await audit(c, 'account.create', { kind: 'account', id: accountId }, { username, personId: input.personId })
  return accountId
}
