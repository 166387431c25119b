import { z } from 'zod'
import { getPerson } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { flag, id } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { becauseOf, invariant, notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
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
  const { username, personId } = input
  const madeUp = input.makePassword && input.password == null ? makePassword() : null
  const passwordHash = await hashOf(c, { ...input, password: madeUp ?? input.password })
  const [accountId] = await openAccounts(c, [{ username, personId, passwordHash }])
  invariant(accountId !== undefined, 'an account is made')
  const { fullName: personName } = await getPerson(c, personId)
  await tellInspectors(c, personId, 'seen_account_opened', whoAndBy(c, { username, personName }))
  return { accountId, username, password: madeUp }
}

/** The same without a permission check: for the command line of the operator. */
export async function saveAccount(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  { username, personId, password }: Omit<CreateAccountInput, 'makePassword'>,
): Promise<AccountId> {
  const passwordHash = await hashOf(c, { username, personId, password })
  const [accountId] = await insertAccounts(c, [{ username, personId, passwordHash }])
  invariant(accountId !== undefined, 'an account is made')
  return accountId
}

/** Saves accounts that one person makes for others, and tells their owners; the caller tells those who inspect. */
export async function openAccounts(
  c: Context,
  accounts: readonly NewAccount[],
): Promise<readonly AccountId[]> {
  const ids = await insertAccounts(c, accounts)
  for (const accountId of ids) await tellOwner(c, accountId, 'account_opened', { by: c.actor.personName })
  return ids
}

interface NewAccount {
  readonly username: string
  readonly personId: string
  /** Null: nobody can sign in until a password is set. */
  readonly passwordHash: string | null
}

async function hashOf(
  c: Pick<PublicContext, 'db' | 'now'>,
  { username, personId, password }: Omit<CreateAccountInput, 'makePassword'>,
): Promise<string | null> {
  if (password == null) return null
  const owner = { username, words: await wordsAround(c, personId) }
  refuseIf(await reasonsAgainstPassword('password', password, owner))
  return hashPassword(password)
}

/** @returns their ids in the same order */
async function insertAccounts(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  accounts: readonly NewAccount[],
): Promise<readonly AccountId[]> {
  if (accounts.length === 0) return []
  const rows = accounts.map(({ username, personId, passwordHash }) => ({
    id: newId<'account'>(),
    username,
    person_id: personId,
    password_hash: passwordHash ?? noPassword,
    must_change_password: passwordHash !== null,
    password_expires_at: passwordHash === null ? null : firstPasswordEnds(c.now),
    created_at: c.now,
  }))
  await unlessBroken(identityDb(c).insertInto('account').values(rows).execute(), {
    account_username_key: () => usernameTaken(accounts),
    account_person_id_fkey: () => notFound('person'),
  })
  const ids = rows.map(({ id: accountId }) => accountId)
  await recordWaysIn(c, ids, 'created')
  for (const { id: accountId, username, person_id: personId } of rows)
    await audit(c, 'account.create', { kind: 'account', id: accountId }, { username, personId })
  return ids
}

/** Of several at once the database does not tell which name it was; the next attempt chooses others. */
function usernameTaken(accounts: readonly NewAccount[]): Refusal {
  const [only, ...others] = accounts
  if (only === undefined || others.length > 0) return new Refusal('usernames_taken', {}, { status: 409 })
  const { username } = only
  return becauseOf({ code: 'username_taken', params: { username }, field: 'username' }, 409)
}
