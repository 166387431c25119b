import { createTokenFor, type TokenScope, tokenScopes } from '../identity/index.ts'
import { realClock } from '../platform/clock.ts'
import { Failure } from '../platform/refusal.ts'
import { optionsOf, withDatabase } from './command.ts'

/** `dotpha token create --account NAME --scope read,write [--days 90] [--name TEXT] [--json]`: the token is shown once. */
export async function tokenCommand(args: readonly string[]): Promise<void> {
  const [verb, ...rest] = args
  if (verb !== 'create')
    throw new Failure(
      'usage',
      'dotpha token create --account NAME --scope read,write,admin [--days N] [--json]',
    )
  const {
    account,
    scope = 'read',
    days = '90',
    name = 'dotpha token create',
    json,
  } = optionsOf(rest, ['account', 'scope', 'days', 'name'])
  if (account === undefined)
    throw new Failure(
      'usage',
      'Thiếu --account: tên đăng nhập của tài khoản.\n--account is missing: the username.',
    )
  const wanted = { username: account, scopes: scopesOf(scope), days: Number(days), name }
  const created = await withDatabase((database) => createTokenFor(database, wanted, realClock.now()))
  if (json) console.log(JSON.stringify({ token: created.token, expiresAt: created.expiresAt }))
  else
    console.log(
      `${created.token}\n(chỉ hiện một lần; hết hạn ${created.expiresAt} · shown once; expires then)`,
    )
}

function scopesOf(text: string): readonly TokenScope[] {
  const scopes = text.split(',')
  const known = tokenScopes.filter((one) => scopes.includes(one))
  if (known.length !== scopes.length) throw new Failure('usage', `--scope: ${tokenScopes.join(', ')}`)
  return known
}
