import { useWords } from '../../../ui/words.tsx'
import type { WorkGoal } from '../../progress/target-goals.ts'
import { goalText } from '../goal-words.ts'

/** The targets of a work as lines: what is measured, and what must be reached. */
export function useGoals(): (goals: readonly WorkGoal[]) => readonly string[] {
  const words = useWords()
  return (goals) =>
    goals.map(({ measure, unit, goal, exceptions, recognitionRequired }) => {
      const reached = `${measure}: ${goalText(goal, unit, words)}`
      const except =
        exceptions.length === 0 ? '' : ` (${words.t('programme.except', { what: exceptions.join('; ') })})`
      const recognised = recognitionRequired ? `, ${words.t('programme.must_be_recognised')}` : ''
      return reached + except + recognised
    })
}
