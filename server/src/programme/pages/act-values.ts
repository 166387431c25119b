import type { FormValues } from '../../platform/http/form.ts'

const formOwn = new Set(['idempotencyKey', 'rowsAct', 'next'])

/** What a form carries for its act: without what belongs to the form itself. */
export function actValues(values: FormValues, ...more: readonly string[]): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !formOwn.has(name) && !more.includes(name)),
  )
}
