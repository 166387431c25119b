import { sql } from 'kysely'
import { z } from 'zod'
import { personNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { lockThing } from '../../platform/data/locks.ts'
import { id, many } from '../../platform/http/fields.ts'
import { invariant, notFound, refuseIf } from '../../platform/refusal.ts'
import { type Addressee, addresseesOf, byUnitAndName } from '../addressees.ts'
import { hashPassword, makePassword } from '../passwords/passwords.ts'
import { authorizeAdministrator, authorizeUnits } from '../policy.ts'
import { tellInspectorsOfMany } from '../second-person/tell-inspectors.ts'
import { identityDb } from '../tables.ts'
import { openAccounts } from './create-account.ts'
import { freeUsername, usernameBaseOf } from './propose-username.ts'

/**
 * The maximum per request, equal to the number that can be confirmed at once. If the response were lost, the first
 * passwords of the whole batch would have to be set again, so batches are small.
 */
export const accountsAtOnce = 200

// Each takes a thread and 19 MiB while it is computed: the pool has four, and others sign in meanwhile.
const hashedAtOnce = 2

export const createAccountsInput = z.strictObject({
  personIds: many(id(), accountsAtOnce).refine((ids) => ids.length > 0, 'error.nothing_chosen'),
})
export type CreateAccountsInput = z.output<typeof createAccountsInput>

/** An account with its first password, which is told here and nowhere else. */
export interface FirstPassword extends Addressee {
  readonly accountId: string
  readonly username: string
  readonly password: string
}

/** Somebody who was passed over because they have an account already. */
export interface PassedOver extends Addressee {
  readonly username: string
}

export interface CreatedAccounts {
  readonly accounts: readonly FirstPassword[]
  readonly skipped: readonly PassedOver[]
}

interface Secret {
  readonly password: string
  readonly hash: string
}

/**
 * Creates accounts for persons who hold a post and have none, each with a user name derived from the person's name and a
 * random first password that its owner must replace at the first sign-in. The passwords are returned once; the database
 * stores only their hashes. Each account waits for a second person, like one created singly. Existing accounts are kept
 * and listed, so that repeating the request creates no duplicates.
 * @param secrets of `prepareAccounts`
 * @throws Refusal `forbidden`, `person_without_post`, `not_found`
 */
export async function createAccounts(
  c: Context,
  input: CreateAccountsInput,
  secrets: readonly Secret[] = [],
): Promise<CreatedAccounts> {
  const persons = await authorizedPersons(c, input)
  // Two administrators who press at once would otherwise make two accounts for one person, or give one name twice.
  await lockThing(c, 'accounts_in_bulk', '')
  const { without, skipped } = await partedPersons(c, persons)
  const left = [...secrets]
  left.push(...(await makeSecrets(without.length - left.length)))
  const taken = await takenUsernames(c)
  const opened = without.map((person) => {
    const secret = left.pop()
    invariant(secret !== undefined, 'there is a secret for each account')
    const username = freeUsername(usernameBaseOf(person.fullName), taken)
    taken.add(username)
    return { ...person, username, secret }
  })
  const ids = await openAccounts(
    c,
    opened.map(({ username, personId, secret }) => ({ username, personId, passwordHash: secret.hash })),
  )
  const told = opened.map(({ personId, username, fullName }) => ({
    personId,
    username,
    personName: fullName,
  }))
  await tellInspectorsOfMany(c, told, 'seen_account_opened', 'seen_accounts_opened')
  const accounts = opened.map(({ secret, ...account }, index) => ({
    ...account,
    accountId: ids[index] ?? '',
    password: secret.password,
  }))
  return { accounts, skipped }
}

/** Judges the act, and returns the work of hashing as many passwords as it needs. */
export async function prepareAccounts(
  c: Context,
  input: CreateAccountsInput,
): Promise<() => Promise<readonly Secret[]>> {
  const { without } = await partedPersons(c, await authorizedPersons(c, input))
  return () => makeSecrets(without.length)
}

/** Random passwords with their hashes, computed outside the event loop, a few at a time. */
async function makeSecrets(count: number): Promise<readonly Secret[]> {
  const secrets: Secret[] = []
  while (secrets.length < count) {
    const passwords = Array.from({ length: Math.min(hashedAtOnce, count - secrets.length) }, makePassword)
    const some = passwords.map(async (password) => ({ password, hash: await hashPassword(password) }))
    secrets.push(...(await Promise.all(some)))
  }
  return secrets
}

/**
 * The persons in the order of their letters: each holds a post, and all of them only in units that the actor administers.
 * @throws Refusal `forbidden`, `person_without_post`, `not_found`
 */
async function authorizedPersons(c: Context, input: CreateAccountsInput): Promise<readonly Addressee[]> {
  authorizeAdministrator(c, 'account.create')
  const ids = [...new Set(input.personIds)]
  const persons = await addresseesOf(c, ids)
  const units = [...persons.values()].flatMap(({ unitIds }) => unitIds)
  await authorizeUnits(c, 'account.create', units)
  await refuseWithoutPost(
    c,
    ids.filter((personId) => !persons.has(personId)),
  )
  return [...persons.values()].map(({ unitIds: _, ...person }) => person).sort(byUnitAndName)
}

async function refuseWithoutPost(c: Context, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const asked = sql<{ id: string }>`unnest(${[...personIds]}::uuid[])`.as<'asked'>(sql`asked(id)`)
  const rows = await identityDb(c)
    .selectFrom(asked)
    .select(personNameOf('asked.id').$castTo<string | null>().as('fullName'))
    .execute()
  const names = rows.flatMap(({ fullName }) => fullName ?? [])
  if (names.length < rows.length) throw notFound('person')
  refuseIf(names.map((subject) => ({ code: 'person_without_post', subject, field: 'personIds' })))
}

/** Those who have no account, and those who have one. */
async function partedPersons(c: Context, persons: readonly Addressee[]) {
  const rows = await identityDb(c)
    .selectFrom('account')
    .select(['username', 'person_id'])
    .where('person_id', '=', sql<string>`any(${persons.map(({ personId }) => personId)}::uuid[])`)
    .orderBy('username', 'desc')
    .execute()
  const usernames = new Map<string, string>(rows.map((row) => [row.person_id, row.username]))
  const without: Addressee[] = []
  const skipped: PassedOver[] = []
  for (const person of persons) {
    const username = usernames.get(person.personId)
    if (username === undefined) without.push(person)
    else skipped.push({ ...person, username })
  }
  return { without, skipped }
}

/** All of them: a province has some thousands, of 60 characters at the most. */
async function takenUsernames(c: Context): Promise<Set<string>> {
  const rows = await identityDb(c).selectFrom('account').select('username').execute()
  return new Set(rows.map(({ username }) => username))
}
