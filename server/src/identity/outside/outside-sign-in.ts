import { createHmac } from 'node:crypto'
import * as client from 'openid-client'
import { audit } from '../../platform/audit/audit.ts'
import type { OidcSettings } from '../../platform/config/config.ts'
import type { PublicContext } from '../../platform/context.ts'
import type { Visit } from '../../platform/http/route.ts'
import { inTransaction } from '../../platform/http/system.ts'
import { newSecret, sha256 } from '../sessions/secrets.ts'
import { endSessionOf, letWait, openSession } from '../sessions/sessions.ts'
import { loadActor } from '../sign-in/actor.ts'
import { waitsForSecondStep } from '../sign-in/second-step.ts'
import { identityDb } from '../tables.ts'
import { findOutsideAccount, linkByClaim } from './outside-links.ts'
import { isUnreachable, outsideProvider, outsideSettings, redirectAddress } from './outside-provider.ts'

/** A sign-in at the provider may take so long. */
export const outsideMinutes = 10

/**
 * The values that bind the response to this browser, all derived from the one secret that it stores: the database has
 * none of them, so that a reader of the database cannot complete anyone's sign-in.
 */
const valuesOf = (secret: string) => {
  const value = (of: string) => createHmac('sha256', secret).update(of).digest('base64url')
  return { state: value('state'), nonce: value('nonce'), verifier: value('verifier') }
}

export interface OutsideStart {
  readonly to: string
  /** What the browser keeps until it comes back. */
  readonly secret: string
}

/** Begins a sign-in at the outside provider. @throws Failure `outside_unreachable` */
export async function startOutside(visit: Visit, returnTo: string): Promise<OutsideStart> {
  const { system, circumstances } = visit
  const provider = await outsideProvider(system.config)
  const secret = newSecret()
  const { state, nonce, verifier } = valuesOf(secret)
  await inTransaction(system, circumstances, 'write', async (c) => {
    await forgetOldStarts(c)
    const expiresAt = new Date(c.now.getTime() + outsideMinutes * 60_000)
    await identityDb(c)
      .insertInto('outside_sign_in')
      .values({ state_sha256: sha256(state), return_to: returnTo, expires_at: expiresAt })
      .execute()
  })
  const to = client.buildAuthorizationUrl(provider, {
    redirect_uri: redirectAddress(system.config),
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { to: to.href, secret }
}

export type OutsideOutcome =
  | { readonly kind: 'in'; readonly token: string; readonly returnTo: string }
  /** The provider knows the person and we do not. */
  | { readonly kind: 'unknown'; readonly subject: string }
  /** Begun elsewhere, too long ago, or used before. */
  | { readonly kind: 'stale' }
  /** The person or the provider broke it off, or what it said is not what it must be. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }

/**
 * Finishes a sign-in at the outside provider: its answer must belong to this browser, be the first, and carry an identity
 * token of this issuer for this client, signed, not expired and with the nonce that was sent.
 */
export async function finishOutside(
  visit: Visit,
  secret: string | undefined,
  previousToken: string | undefined,
): Promise<OutsideOutcome> {
  const { system, circumstances } = visit
  const settings = outsideSettings(system.config)
  const record = (payload: Record<string, unknown>) =>
    inTransaction(system, circumstances, 'write', (c) =>
      audit(c, 'session.sign-in', null, { outside: settings.issuer, ...payload }, 'refused'),
    )
  const returnTo = secret === undefined ? undefined : await takeStart(visit, valuesOf(secret).state)
  if (secret === undefined || returnTo === undefined) {
    await record({ why: 'stale' })
    return { kind: 'stale' }
  }
  const said = await claimsOf(visit, secret)
  if ('failed' in said) {
    await record({ why: said.failed })
    return { kind: said.failed }
  }
  return inTransaction(system, circumstances, 'write', async (c) => {
    const link =
      (await findOutsideAccount(c, settings.issuer, said.claims.sub)) ??
      (await linkByClaim(c, settings, said.claims))
    if (link === undefined) {
      const payload = { outside: settings.issuer, subject: said.claims.sub, why: 'unknown' }
      await audit(c, 'session.sign-in', null, payload, 'refused')
      return { kind: 'unknown', subject: said.claims.sub }
    }
    if (previousToken !== undefined) await endSessionOf(c, previousToken)
    return { kind: 'in', token: await admit(c, settings, link, said.claims, visit.userAgent), returnTo }
  })
}

/** Where the person wanted to go, if the state is this browser's and was not used yet. */
async function takeStart(visit: Visit, state: string): Promise<string | undefined> {
  if (visit.query.state !== state) return undefined
  return inTransaction(visit.system, visit.circumstances, 'write', async (c) => {
    const row = await identityDb(c)
      .deleteFrom('outside_sign_in')
      .where('state_sha256', '=', sha256(state))
      .returning(['return_to', 'expires_at'])
      .executeTakeFirst()
    return row !== undefined && row.expires_at > c.now ? row.return_to : undefined
  })
}

async function claimsOf(
  visit: Visit,
  secret: string,
): Promise<{ readonly claims: client.IDToken } | { readonly failed: 'refused' | 'unreachable' }> {
  const { state, nonce, verifier } = valuesOf(secret)
  const { config, log } = visit.system
  // Built from our own setting: what host the request named decides nothing.
  const address = new URL(redirectAddress(config))
  address.search = new URLSearchParams({ ...visit.query }).toString()
  try {
    const provider = await outsideProvider(config)
    const tokens = await client.authorizationCodeGrant(provider, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    return claims === undefined ? { failed: 'refused' } : { claims }
  } catch (error) {
    const failed = isUnreachable(error) ? 'unreachable' : 'refused'
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    log.warn({ code, failed }, 'a sign-in at the outside provider failed')
    return { failed }
  }
}

/** Ways of proving oneself that are more than a password (RFC 8176), where the provider says that it took one. */
const strongWays = ['mfa', 'otp', 'hwk', 'swk', 'sc']

async function admit(
  c: PublicContext,
  settings: OidcSettings,
  link: NonNullable<Awaited<ReturnType<typeof findOutsideAccount>>>,
  claims: client.IDToken,
  userAgent: string | null,
): Promise<string> {
  const ways = Array.isArray(claims.amr) ? claims.amr : []
  const factor = ways.some((way) => strongWays.includes(String(way))) ? 'provider' : null
  const { accountId, linkId, username, personId, personName } = link
  const session = await openSession(c, accountId, userAgent, factor)
  const db = identityDb(c)
  await db.updateTable('session').set({ outside_identity_id: linkId }).where('id', '=', session.id).execute()
  await db.updateTable('outside_identity').set({ last_used_at: c.now }).where('id', '=', linkId).execute()
  const bearer = { accountId, username, personId, personName, holdingId: null, scopes: null }
  const actor = await loadActor(c, { ...bearer, sessionId: session.id }, c.today)
  const waits = factor === null && (await waitsForSecondStep(c, accountId, actor.grants))
  if (waits) await letWait(c, session.id)
  const act = waits ? 'session.first-step' : 'session.sign-in'
  await audit({ ...c, actor }, act, { kind: 'session', id: session.id }, { outside: settings.issuer, factor })
  return session.token
}

/** Sign-ins that nobody finished, a few at a time. */
async function forgetOldStarts(c: PublicContext): Promise<void> {
  await identityDb(c)
    .deleteFrom('outside_sign_in')
    .where('state_sha256', 'in', (from) =>
      from
        .selectFrom('outside_sign_in')
        .select('state_sha256')
        .where('expires_at', '<', c.now)
        .limit(100)
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}
