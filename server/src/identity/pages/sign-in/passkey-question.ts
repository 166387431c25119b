import { z } from 'zod'
import type { PublicContext } from '../../../platform/context.ts'
import { parseTyped } from '../../../platform/http/parse.ts'
import { type OpenFormRoute, redirect } from '../../../platform/http/route.ts'
import { inTransaction } from '../../../platform/http/system.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { registrationOptions, signingOptions } from '../../factors/passkeys.ts'
import { type RelyingParty, relyingParty } from '../../factors/relying-party.ts'
import { identityPaths } from '../../paths.ts'
import { hasAnyFactor } from '../../sign-in/second-step.ts'

const input = z.object({ purpose: z.enum(['sign-in', 'prove', 'register']) })

/** Answers the script of the passkey button: what the device is to sign, once and within minutes. */
export const passkeyQuestion: OpenFormRoute = {
  kind: 'open-form',
  path: identityPaths.passkeyQuestion,
  postsPerMinute: 60,
  show: async () => redirect(identityPaths.signIn),
  async take({ system, circumstances, askedOrigin }, values) {
    const { purpose } = parseTyped(input, values)
    const site = relyingParty(system.config.publicUrl, askedOrigin)
    if (site === undefined)
      return { json: { problem: system.words(circumstances.language)('refusal.passkey_needs_address') } }
    const options = await inTransaction(system, circumstances, 'write', (c) => optionsFor(c, site, purpose))
    return { json: { options } }
  },
}

async function optionsFor(c: PublicContext, site: RelyingParty, purpose: z.output<typeof input>['purpose']) {
  if (purpose === 'sign-in') return signingOptions(c, site, null)
  const account = c.actor !== null && c.actor.scopes === null ? c.actor : c.waiting
  if (account === undefined) throw new Refusal('sign_in_needed', {}, { status: 401 })
  if (purpose === 'prove') return signingOptions(c, site, account.accountId)
  // Before the second step only the first factor may be made.
  if (c.actor === null && (await hasAnyFactor(c, account.accountId))) throw new Refusal('factor_there')
  return registrationOptions(c, site, account)
}
