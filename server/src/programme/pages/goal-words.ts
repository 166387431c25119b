import type { Language } from '../../platform/context.ts'
import type { Words } from '../../platform/words.ts'
import { formatNumber } from '../../ui/format.ts'
import { withUnit } from '../../ui/progress.tsx'
import type { Goal, Reading } from '../rules/targets.ts'

interface Speaker {
  readonly t: Words
  readonly language: Language
}

// Values of targets are written in full: a target of 4,125 ha is not one of 4.13 ha.
const digits = 6

/** What must be reached, in words: "ít nhất 95%", "1–2 vùng", "làm xong". */
export function goalText(goal: Goal, unit: string | null, { t, language }: Speaker): string {
  const say = (value: string) => formatNumber(Number(value), language, digits)
  switch (goal.operator) {
    case 'done':
      return t('programme.goal.done')
    case 'range':
      return withUnit(`${say(goal.min)}–${say(goal.max)}`, unit ?? undefined)
    default:
      return t(`programme.goal.${goal.operator}`, { value: withUnit(say(goal.value), unit ?? undefined) })
  }
}

/** A value, or for a target without a number whether it is done; "chưa có" where nothing is said. */
export function readingText(reading: Reading | null, unit: string | null, { t, language }: Speaker): string {
  if (reading === null) return t('ui.not_yet')
  if (typeof reading === 'boolean') return t(reading ? 'programme.done' : 'programme.not_done')
  return withUnit(formatNumber(Number(reading), language, digits), unit ?? undefined)
}

/** The bounds of a goal with a number, for a bar or a chart; null for one that is only done or not. */
export function goalBounds(
  goal: Goal,
): { readonly min: number; readonly max?: number; readonly atMost?: boolean } | null {
  if (goal.operator === 'done') return null
  if (goal.operator === 'range') return { min: Number(goal.min), max: Number(goal.max) }
  return { min: Number(goal.value), atMost: goal.operator === 'lte' }
}

/** A reading as a number for a bar or a chart. */
export const numberOf = (reading: Reading | null): number | null =>
  reading === null || typeof reading === 'boolean' ? null : Number(reading)
