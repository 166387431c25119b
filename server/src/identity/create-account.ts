import { z } from 'zod'
import { audit } from '../platform/audit.ts'
import type { Context, PublicContext } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { newId } from '../platform/id.ts'
import { notFound, Refusal, refuseIf } from '../platform/refusal.ts'
import { unlessBroken } from './constraint.ts'
import { hashPassword, noPassword, reasonsAgainstPassword } from './passwords.ts'
import { authorizePerson } from './policy.ts'
import { type AccountId, identityDb } from './tables.ts'
import { usernameMaxLength, usernamePattern } from './username.ts'

export const createAccountInput = z.strictObject({
  username: z.string().max(usernameMaxLength, 'error.too_long').regex(usernamePattern, 'error.username'),
  personId: id(),
  /** Missing: nobody can sign in until one is set. */
  password: z.string().nullish(),
})
export type CreateAccountInput = z.output<typeof createAccountInput>

/** Makes an account for a person. It has no rights of its own: those come with the person's posts. */
export async function createAccount(
  c: Context,
  input: CreateAccountInput,
): Promise<{ accountId: AccountId; username: string }> {
  await authorizePerson(c, 'account.create', input.personId)
  return { accountId: await saveAccount(c, input), username: input.username }
}

/** The same without asking for permission: for whoever runs the server. */
export async function saveAccount(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  input: CreateAccountInput,
): Promise<AccountId> {
  const { username, password } = input
  if (password != null) refuseIf(reasonsAgainstPassword('password', password, username))
  const accountId = newId<'account'>()
  const inserted = identityDb(c)
    .insertInto('account')
    .values({
      id: accountId,
      username,
      person_id: input.personId,
      password_hash: password == null ? noPassword : await hashPassword(password),
      created_at: c.now,
    })
    .execute()
  await unlessBroken(inserted, {
    account_username_key: () => new Refusal('username_taken', { username }, { status: 409 }),
    account_person_id_fkey: () => notFound('person'),
  })
  await audit(c, 'account.create', { kind: 'account', id: accountId }, { username, personId: input.personId })
  return accountId
}
