import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { PublicContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { tellOwner } from '../account-notices.ts'
import { sha256 } from '../sessions/secrets.ts'
import { identityDb } from '../tables.ts'
import type { RelyingParty } from './relying-party.ts'

type Purpose = 'sign-in' | 'prove' | 'register'

const challengeMs = 5 * 60_000
const maxPasskeys = 20

/** The device must ask for a PIN, a finger or a face: a passkey alone is two factors. */
const userVerification = 'required'

const idOf = (accountId: string) => new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))

async function newChallenge(
  c: PublicContext,
  site: RelyingParty,
  purpose: Purpose,
  accountId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const db = identityDb(c)
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_sha256: sha256(Buffer.from(challenge).toString('base64url')),
      purpose,
      account_id: accountId,
      rp_id: site.id,
      origin: site.origin,
      expires_at: new Date(c.now.getTime() + challengeMs),
    })
    .execute()
  await db
    .deleteFrom('passkey_challenge')
    .where('challenge_sha256', 'in', (from) =>
      from
        .selectFrom('passkey_challenge')
        .select('challenge_sha256')
        .where('expires_at', '<', c.now)
        .limit(200)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
  return challenge
}

/** What a browser needs to make a passkey for an account. */
export async function registrationOptions(
  c: PublicContext,
  site: RelyingParty,
  account: { readonly accountId: string; readonly username: string; readonly personName: string },
) {
  return generateRegistrationOptions({
    rpName: 'Đột Phá',
    rpID: site.id,
    userName: account.username,
    userDisplayName: account.personName,
    userID: idOf(account.accountId),
    challenge: await newChallenge(c, site, 'register', account.accountId),
    attestationType: 'none',
    excludeCredentials: await credentialsOf(c, account.accountId),
    authenticatorSelection: { residentKey: 'required', userVerification },
  })
}

/** The WebAuthn request options: for one account, or, before the user is known, for any account. */
export async function signingOptions(c: PublicContext, site: RelyingParty, accountId: string | null) {
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: await newChallenge(c, site, accountId === null ? 'sign-in' : 'prove', accountId),
    allowCredentials: accountId === null ? [] : await credentialsOf(c, accountId),
    userVerification,
  })
}

async function credentialsOf(c: PublicContext, accountId: string) {
  const rows = await identityDb(c)
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .limit(maxPasskeys)
    .execute()
  return rows.map((row) => ({
    id: row.credential_id,
    transports: row.transports as AuthenticatorTransportFuture[],
  }))
}

// As far as it is read here; the library reads the rest and trusts none of it.
const answer = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().min(1).max(10_000) }),
  clientExtensionResults: z.looseObject({}).default({}),
})

function readAnswer(text: string): z.output<typeof answer> | undefined {
  try {
    return answer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Takes away what was asked, so that it is answered once. */
async function takeChallenge(
  c: PublicContext,
  clientDataJSON: string,
  purpose: Purpose,
  accountId: string | null,
) {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === undefined) return undefined
  const asked = await identityDb(c)
    .deleteFrom('passkey_challenge')
    .where('challenge_sha256', '=', sha256(challenge))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', c.now)
    .where(sql<boolean>`account_id is not distinct from ${accountId}::uuid`)
    .returning(['rp_id', 'origin'])
    .executeTakeFirst()
  return asked && { expectedChallenge: challenge, expectedRPID: asked.rp_id, expectedOrigin: asked.origin }
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const { challenge } = z.looseObject({ challenge: z.string() }).parse(data)
    return challenge
  } catch {
    return undefined
  }
}

/** Keeps the passkey that a browser made for an account. @throws Refusal `passkey_refused`, `passkey_too_many` */
export async function addPasskey(
  c: PublicContext,
  accountId: string,
  made: { readonly response: string; readonly name: string },
): Promise<{ passkeyId: string }> {
  const given = readAnswer(made.response)
  const asked = given && (await takeChallenge(c, given.response.clientDataJSON, 'register', accountId))
  if (given === undefined || asked === undefined) throw new Refusal('passkey_refused')
  const verified = await verifyRegistrationResponse({
    ...asked,
    response: given as unknown as RegistrationResponseJSON,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (verified?.verified !== true) throw new Refusal('passkey_refused')
  if ((await credentialsOf(c, accountId)).length >= maxPasskeys)
    throw new Refusal('passkey_too_many', { max: maxPasskeys })
  const { credential } = verified.registrationInfo
  const passkeyId = newId<'passkey'>()
  const inserted = await identityDb(c)
    .insertInto('passkey')
    .values({
      id: passkeyId,
      account_id: accountId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      transports: credential.transports ?? [],
      name: made.name,
      created_at: c.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) throw new Refusal('passkey_refused')
  await audit(c, 'passkey.add', { kind: 'account', id: accountId }, { passkeyId, name: made.name })
  await tellOwner(c, accountId, 'passkey_added', { name: made.name })
  return { passkeyId }
}

/**
 * Verifies a passkey signature: for one account, or for the account that owns the passkey. A device whose counter goes
 * backwards is a copy: its owner is notified, and the sign-in is refused.
 * @returns the account, undefined if the signature is not valid
 */
export async function judgePasskey(
  c: PublicContext,
  text: string,
  expected: { readonly accountId: string | null },
): Promise<{ accountId: string } | undefined> {
  const given = readAnswer(text)
  if (given === undefined) return undefined
  const purpose = expected.accountId === null ? 'sign-in' : 'prove'
  const asked = await takeChallenge(c, given.response.clientDataJSON, purpose, expected.accountId)
  const passkey = await findPasskey(c, given.id)
  if (asked === undefined || passkey === undefined) return undefined
  if (expected.accountId !== null && passkey.accountId !== expected.accountId) return undefined
  const verified = await verifyAuthenticationResponse({
    ...asked,
    response: given as unknown as AuthenticationResponseJSON,
    requireUserVerification: true,
    // The count is judged below, in the row itself, where two requests cannot both be right.
    credential: { id: given.id, publicKey: passkey.publicKey, counter: 0 },
  }).catch(() => undefined)
  if (verified?.verified !== true) return undefined
  return (await countOn(c, passkey, verified.authenticationInfo.newCounter))
    ? { accountId: passkey.accountId }
    : undefined
}

async function findPasskey(c: PublicContext, credentialId: string) {
  const row = await identityDb(c)
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .select(['passkey.id', 'passkey.account_id', 'passkey.public_key', 'passkey.name'])
    .where('passkey.credential_id', '=', credentialId)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      name: row.name,
      publicKey: new Uint8Array(row.public_key),
    }
  )
}

type Found = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

async function countOn(c: PublicContext, passkey: Found, count: number): Promise<boolean> {
  // Many devices do not count at all and always say 0.
  const { numUpdatedRows } = await identityDb(c)
    .updateTable('passkey')
    .set({ sign_count: count, last_used_at: c.now })
    .where('id', '=', passkey.id)
    .where((is) =>
      is.or([is('sign_count', '<', count), is.and([is('sign_count', '=', 0), is.lit(count === 0)])]),
    )
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return true
  const object = { kind: 'account', id: passkey.accountId }
  await audit(c, 'passkey.copied', object, { passkeyId: passkey.id, count }, 'refused')
  await tellOwner(c, passkey.accountId, 'passkey_copied', { name: passkey.name })
  return false
}
