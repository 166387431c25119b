import { Nd30Error } from '../errors.ts'
import { nd30 } from './nd30.ts'
import { hd05, hd36 } from './party.ts'
import type { Profile, ProfileName } from './profile.ts'

export const profiles: readonly Profile[] = [nd30, hd36, hd05]

/**
 * The form that was in force on a day.
 *
 * @param at YYYY-MM-DD, a date in Vietnam
 * @throws Nd30Error `form_unknown` for a day before the first form of which this library knows
 */
export function profileAt(name: ProfileName, at: string): Profile {
  const found = profiles.find(
    (profile) =>
      profile.name === name && profile.from <= at && (profile.until === null || at <= profile.until),
  )
  if (!found)
    throw new Nd30Error('form_unknown', `no form of ${name} is known for ${at}`, { profile: name, at })
  return found
}
