/** How a name must look when an account is made. */
export const usernamePattern = /^[a-z0-9]+([.-][a-z0-9]+)*$/

export const usernameMaxLength = 60

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
