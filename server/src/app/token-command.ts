import { createTokenFor, type TokenScope, tokenMaxDays, tokenScopes } from '../identity/index.ts'
import { realClock } from '../platform/time/clock.ts'
import { withDatabase } from './command.ts'
import { type Call, needed } from './command-line/command.ts'
import { wrongCall } from './command-line/wrong-call.ts'

/** `dotpha token create --account NAME [--scope read,write] [--days 90] [--name TEXT] [--json]`: the token is shown once. */
export async function tokenCommand(call: Call): Promise<void> {
  const { scope = 'read', days = '90', name = 'dotpha token create' } = call.values
  const username = needed(call, 'account')
  const wanted = { username, scopes: scopesOf(scope), days: daysOf(days), name: nameOf(name) }
  const created = await withDatabase((database) => createTokenFor(database, wanted, realClock.now()))
  if (call.switches.has('json'))
    console.log(JSON.stringify({ token: created.token, expiresAt: created.expiresAt }))
  else
    console.log(
      `${created.token}\n(chỉ hiện một lần; hết hạn ${created.expiresAt} · shown once; expires then)`,
    )
}

function scopesOf(text: string): readonly TokenScope[] {
  const scopes = text.split(',').map((scope) => scope.trim())
  const known = tokenScopes.filter((one) => scopes.includes(one))
  if (known.length === new Set(scopes).size) return known
  const list = tokenScopes.join(', ')
  throw wrongCall(
    {
      vi: `--scope chỉ nhận ${list}, cách nhau bằng dấu phẩy, không phải “${text}”`,
      en: `--scope takes ${list}, separated by commas, not “${text}”`,
    },
    'token',
  )
}

function daysOf(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days >= 1 && days <= tokenMaxDays) return days
  throw wrongCall(
    {
      vi: `--days cần số ngày từ 1 đến ${tokenMaxDays}, không phải “${text}”`,
      en: `--days takes a number of days from 1 to ${tokenMaxDays}, not “${text}”`,
    },
    'token',
  )
}

const nameMaxLength = 100

function nameOf(text: string): string {
  if (text.length <= nameMaxLength) return text
  throw wrongCall(
    { vi: `--name dài quá ${nameMaxLength} ký tự`, en: `--name is longer than ${nameMaxLength} characters` },
    'token',
  )
}
