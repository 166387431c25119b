import { audit } from '../../platform/audit/audit.ts'
import type { Language, PublicContext } from '../../platform/context.ts'
import type { Identified } from '../../platform/http/system.ts'
import { identityDb } from '../tables.ts'

/** Stores the language for the account of a signed-in user; for others there is nothing to store. */
export async function keepLanguage(c: PublicContext, language: Language): Promise<void> {
  await keep(c, { language })
}

/** Stores the light or dark theme for the account of a signed-in user. */
export async function keepTheme(c: PublicContext, theme: Identified['theme']): Promise<void> {
  await keep(c, { theme })
}

async function keep(
  c: PublicContext,
  choice: { language: Language } | { theme: Identified['theme'] },
): Promise<void> {
  const { actor } = c
  // A machine says in each request what it reads; what it sends must not change a person's screen.
  if (actor === null || actor.scopes !== null) return
  await identityDb(c).updateTable('account').set(choice).where('id', '=', actor.accountId).execute()
  await audit(c, 'account.prefer', { kind: 'account', id: actor.accountId }, choice)
}
