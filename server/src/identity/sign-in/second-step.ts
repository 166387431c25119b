import { audit } from '../../platform/audit/audit.ts'
import type { Grant, PublicContext, WaitingSession } from '../../platform/context.ts'
import { type Circumstances, inTransaction, type System } from '../../platform/http/system.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type FirstCodes,
  factorsRequired,
  hasFactor,
  type NewPasskeyInput,
  type SetUpTotpInput,
  savePasskey,
  saveTotp,
} from '../factors/factors.ts'
import { judgePasskey } from '../factors/passkeys.ts'
import { spendCode } from '../factors/spend-code.ts'
import {
  attemptKey,
  forgiveAttempts,
  oneAtATime,
  recordFailedAttempt,
  takeAttempt,
} from '../passwords/attempts.ts'
import { needsFactor } from '../roles/roles.ts'
import { renewSession, type SecondFactor } from '../sessions/sessions.ts'
import { identityDb } from '../tables.ts'

/** What decides whether a session may go on without more than its password. */
export interface StepFacts {
  readonly secondFactor: string | null
  readonly hasFactor: boolean
  /** Whether the installation asks its administrators and deciders for a factor. */
  readonly required: boolean
  readonly grants: readonly Grant[]
}

/**
 * Whether a session waits for its second step: users with a factor always need it, and users who administer or decide
 * must have one. Computed on each request, so that a new right or another chosen post takes effect at once.
 */
export function secondStepWaits(facts: StepFacts): boolean {
  if (facts.secondFactor !== null) return false
  return facts.hasFactor || (facts.required && needsFactor(facts.grants))
}

/** The same for a session that is just being opened with the password alone. */
export async function waitsForSecondStep(
  c: PublicContext,
  accountId: string,
  grants: readonly Grant[],
): Promise<boolean> {
  const required = await factorsRequired(c)
  return secondStepWaits({
    secondFactor: null,
    hasFactor: await hasAnyFactor(c, accountId),
    required,
    grants,
  })
}

/** Whether the account has a factor that could be shown. */
export async function hasAnyFactor(c: Pick<PublicContext, 'db'>, accountId: string): Promise<boolean> {
  const row = await identityDb(c)
    .selectFrom('account')
    .select(hasFactor('account.id').as('has'))
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.has ?? false
}

type Waiting = Circumstances & { readonly waiting: WaitingSession }

/** What is shown at the second step: a code that was typed, or what a passkey signed. */
export type Shown = { readonly code: string } | { readonly passkey: string }

/**
 * Takes the second step. Wrong codes are counted under the same lock-out as wrong passwords, before they are judged.
 * @returns the fresh secret of the session, undefined for everything that is not right
 */
export async function takeSecondStep(
  system: System,
  circumstances: Waiting,
  shown: Shown,
): Promise<string | undefined> {
  const { waiting } = circumstances
  return oneAtATime(attemptKey(waiting.username, circumstances.origin).here, () =>
    judgeShown(system, circumstances, waiting, shown, 'session.second-step', (c, factor) =>
      enter(c, waiting, factor),
    ),
  )
}

/**
 * Judges what somebody shows for an account, under its lock-out: counted as a failure before it is judged, and what follows
 * happens in the transaction that uses it up.
 */
export async function judgeShown<Result>(
  system: System,
  circumstances: Circumstances,
  account: { readonly accountId: string; readonly username: string },
  shown: Shown,
  action: string,
  right: (c: PublicContext, factor: 'totp' | 'recovery' | 'passkey') => Promise<Result>,
): Promise<Result | undefined> {
  const { accountId } = account
  const key = attemptKey(account.username, circumstances.origin)
  // A passkey cannot be guessed, so that nobody's knocking keeps its owner out.
  const wasOpen =
    'passkey' in shown || (await inTransaction(system, circumstances, 'write', (c) => takeAttempt(c, key)))
  return inTransaction(system, circumstances, 'write', async (c) => {
    const factor = wasOpen ? await judge(c, accountId, shown) : undefined
    if (factor !== undefined) {
      await forgiveAttempts(c, key)
      return right(c, factor)
    }
    if ('code' in shown) await recordFailedAttempt(c, { action, key, accountId, wasOpen })
    else await audit(c, action, { kind: 'account', id: accountId }, { factor: 'passkey' }, 'refused')
    return undefined
  })
}

async function judge(c: PublicContext, accountId: string, shown: Shown) {
  if ('code' in shown) return spendCode(c, accountId, shown.code)
  return (await judgePasskey(c, shown.passkey, { accountId })) && ('passkey' as const)
}

async function enter(
  c: PublicContext,
  waiting: WaitingSession,
  secondFactor: SecondFactor,
): Promise<string | undefined> {
  const token = await renewSession(c, waiting.sessionId, { secondFactor })
  if (token !== undefined)
    await audit(c, 'session.sign-in', { kind: 'session', id: waiting.sessionId }, { factor: secondFactor })
  return token
}

/**
 * Sets up the first factor of somebody who must have one, between the password and everything else.
 * @throws Refusal `factor_there` where they have one and must show that instead, and what is wrong with the new one
 */
export async function setUpFirstFactor(
  system: System,
  circumstances: Waiting,
  input: { readonly totp: SetUpTotpInput } | { readonly passkey: NewPasskeyInput },
): Promise<FirstCodes & { readonly token: string }> {
  const { waiting } = circumstances
  return inTransaction(system, circumstances, 'write', async (c) => {
    await lockAccount(c, waiting.accountId)
    if (await hasAnyFactor(c, waiting.accountId)) throw new Refusal('factor_there')
    const first =
      'totp' in input
        ? await saveTotp(c, waiting.accountId, input.totp)
        : await savePasskey(c, waiting.accountId, input.passkey)
    const token = await enter(c, waiting, 'totp' in input ? 'totp' : 'passkey')
    if (token === undefined) throw new Refusal('sign_in_needed', {}, { status: 401 })
    await forgiveAttempts(c, attemptKey(waiting.username, circumstances.origin))
    return { ...first, token }
  })
}

/** Two that set up a first factor at the same moment come one after the other. */
async function lockAccount(c: PublicContext, accountId: string): Promise<void> {
  await identityDb(c).selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
}
