import type { Reason } from '../platform/refusal.ts'

/** How a name must look when an account is made. */
export const usernamePattern = /^[a-z0-9]+([.-][a-z0-9]+)*$/

export const usernameMaxLength = 60

/** What stands against a name that did not come through a form, where the field says it. */
export function reasonsAgainstUsername(username: string): readonly Reason[] {
  if (username.length > usernameMaxLength)
    return [{ code: 'error.too_long', params: { max: usernameMaxLength }, field: 'username' }]
  return usernamePattern.test(username) ? [] : [{ code: 'error.username', field: 'username' }]
}

/**
 * The name as accounts have it, out of what a person typed: capitals, accents left on by the keyboard and spaces around
 * it do not matter. What is too long to be one is cut, because nothing but its hash is kept.
 */
export function foldUsername(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .trim()
    .toLowerCase()
}
