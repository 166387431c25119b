/** What is remembered of the failures under one typed name. */
export interface FailureCount {
  readonly failures: number
  readonly lastFailedAt: Date
  readonly lockedUntil: Date | null
}

const minuteMs = 60_000

/** So many failures are a slip of the hand; the last of them locks. */
export const freeFailures = 5

/**
 * The backstop where many addresses guess at one name: so many failures in a day lock it everywhere. One address brings about a
 * hundred a day, so that nobody alone locks a name for others.
 */
export const freeFailuresAnywhere = 500

/** How long the lock lasts after the fifth failure, the sixth, the seventh and so on; the last holds for all later ones. */
const lockMinutes = [1, 5, 15] as const

/** After this time without a failure the count starts again. */
export const forgetAfterMs = 24 * 60 * minuteMs

/**
 * Whether an attempt may be judged now, and the count if it turns out wrong. An attempt while locked is refused whatever
 * was typed, and not counted: nobody can prolong another person's lock by knocking.
 */
export function countAttempt(
  before: FailureCount | null,
  now: Date,
  free = freeFailures,
): { readonly open: boolean; readonly after: FailureCount } {
  if (before === null || before.lastFailedAt.getTime() + forgetAfterMs <= now.getTime())
    return { open: true, after: counted(1, now, free) }
  if (before.lockedUntil !== null && before.lockedUntil > now) return { open: false, after: before }
  return { open: true, after: counted(before.failures + 1, now, free) }
}

function counted(failures: number, now: Date, free: number): FailureCount {
  const step = Math.min(failures - free, lockMinutes.length - 1)
  const minutes = step < 0 ? undefined : lockMinutes[step]
  return {
    failures,
    lastFailedAt: now,
    lockedUntil: minutes === undefined ? null : new Date(now.getTime() + minutes * minuteMs),
  }
}
