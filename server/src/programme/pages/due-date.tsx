import { daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import { formatDate, formatDaysLeft } from '../../ui/format.ts'
import { Due } from '../../ui/stat.tsx'
import { useWords } from '../../ui/words.tsx'
import { isInForce, type WorkState } from '../rules/states.ts'

// Two weeks are what an office still can do something in.
const soonDays = 14

/**
 * The due date of a work or of a step of it, with how far it is while its owner owes it. Once completion is reported the
 * wait is not the owner's: it is late only where the rules say so.
 */
export function DueDate(props: {
  readonly dueOn: PlainDate
  readonly asOf: PlainDate
  readonly state: WorkState
  readonly isLate: boolean
  readonly isDone?: boolean | undefined
}) {
  const { language } = useWords()
  const { dueOn, asOf, state, isLate } = props
  const left = daysBetween(asOf, dueOn)
  const isOwed = props.isDone !== true && (isLate || (isInForce(state) && state !== 'completion_reported'))
  return (
    <Due
      date={formatDate(dueOn, language)}
      relative={isOwed ? formatDaysLeft(left, language) : undefined}
      tone={isOwed && left < 0 ? 'late' : isOwed && left <= soonDays ? 'soon' : 'plain'}
    />
  )
}
