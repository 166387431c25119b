import type { Choices } from './random.ts'

/** How many of a thousand assigned works take which course, as of the demonstration's day. */
const shares = {
  on_course: 300,
  new_proof: 120,
  deed: 55,
  returned_once: 40,
  reported_late: 40,
  behind: 50,
  step_missed: 40,
  silent: 30,
  silent_deed: 30,
  late: 25,
  suspended: 25,
  adjusted: 15,
  adjustment_asked: 10,
  adjustment_refused: 5,
  proof_refused: 35,
  proof_replaced: 10,
  completion_refused: 10,
  completion_reported: 35,
  completed: 85,
  completed_early: 40,
} as const

export type Recipe = keyof typeof shares | 'completed_late' | 'added' | 'stale'

/** The courses of `count` works in an order that chance gives; what the shares leave over is on course. */
export function recipesFor(choices: Choices, count: number): readonly Recipe[] {
  const names = Object.keys(shares) as (keyof typeof shares)[]
  const special = names
    .filter((name) => name !== 'on_course')
    .flatMap((name) => Array.from({ length: Math.round((shares[name] * count) / 1000) }, () => name))
  const rest = Array.from({ length: Math.max(0, count - special.length) }, () => 'on_course' as const)
  return choices.shuffled([...special.slice(0, count), ...rest])
}

const completions = [
  'completed',
  'completed_early',
  'completed_late',
  'completion_reported',
  'completion_refused',
] as const
export type CompletionRecipe = (typeof completions)[number]

/** Whether the owner has reported the work as done. */
export function isCompletion(recipe: Recipe): recipe is CompletionRecipe {
  return (completions as readonly string[]).includes(recipe)
}

/** Works that promise no number, and whose first step falls due after the demonstration's day: nothing but silence shows. */
export const deedOnly: ReadonlySet<Recipe> = new Set(['deed', 'silent_deed', 'stale'])
export const lateFirstStep: ReadonlySet<Recipe> = new Set(['silent', 'silent_deed', 'stale'])
