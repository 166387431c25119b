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
  'secrecy-officer',
] as const
export type Role = (typeof roles)[number]

/** Who administers or decides proves themselves with more than a password (spec/security.md, 1 and 5). */
const withFactor: ReadonlySet<string> = new Set<Role>([
  'system-admin',
  'directory-admin',
  'programme-admin',
  'decider',
  'evaluation-decider',
  'secrecy-officer',
])

/** Whether one of the rights asks for a second factor where the installation does. */
export const needsFactor = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some(({ role }) => withFactor.has(role))

/** Who looks into works and judges them, or people. */
const seeing = [
  'appraiser',
  'decider',
  'monitor',
  'inspector',
  'evaluator',
  'evaluation-decider',
] as const satisfies readonly Role[]

/**
 * The roles that no post has together with this one. Who gives out the rights sees nothing that they open, and who sees it
 * gives none out: there is no administrator who sees everything.
 */
export function apartFrom(role: Role): readonly Role[] {
  if (role === 'system-admin') return seeing
  return (seeing as readonly Role[]).includes(role) ? ['system-admin'] : []
}
