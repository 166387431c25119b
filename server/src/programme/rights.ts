import type { Context } from '../platform/context.ts'

const has = (c: Context, ...roles: readonly string[]) =>
  c.actor.grants.some(({ role }) => roles.includes(role))

/** Whether the acting post may register works at all: a registrant, or a clerk who types for one. */
export const mayRegister = (c: Context): boolean => has(c, 'registrant', 'unit-clerk')

/** Whether the acting post appraises what was registered. */
export const mayAppraise = (c: Context): boolean => has(c, 'appraiser')

/** Whether the acting post sets what a programme needs: years, windows, themes. */
export const mayAdminister = (c: Context): boolean => has(c, 'programme-admin')

/** Whether the acting post records decisions of a body. */
export const mayDecide = (c: Context): boolean => has(c, 'decider')

/** Whether the acting post gives works out, or follows them for the body that did. */
export const mayFollow = (c: Context): boolean => has(c, 'decider', 'monitor')

/** Whether something may wait for the acting post's judgement. */
export const mayJudge = (c: Context): boolean => has(c, 'appraiser', 'decider', 'monitor')
