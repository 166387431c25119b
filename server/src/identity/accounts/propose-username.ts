import { foldUsername } from '../username.ts'

/**
 * The name that offices give to somebody: the given name and the initials before it, `annv` for Nguyễn Văn An; of what has
 * no letters, `can-bo`.
 */
export function usernameBaseOf(fullName: string): string {
  const words = foldUsername(fullName)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const given = words.findLast((word) => /[a-z]/.test(word))
  if (given === undefined) return 'can-bo'
  const initials = words.slice(0, words.lastIndexOf(given)).map((word) => word[0])
  return `${given}${initials.join('')}`.slice(0, 40)
}

/** The first of `base`, `base2`, `base3` … that is not taken. */
export function freeUsername(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`
    if (!taken.has(name)) return name
  }
}
