/**
 * What a post may be given (spec/programme.md, 4). What each of them opens is said in the policy of the slice whose
 * things it opens. `directory-admin` keeps units, posts and holdings.
 */
export const roles = [
  'registrant',
  'unit-clerk',
  'appraiser',
  'decider',
  'monitor',
  'inspector',
  'evaluator',
  'evaluation-decider',
  'programme-admin',
  'system-admin',
  'directory-admin',
] as const
export type Role = (typeof roles)[number]
