import type { MessageKey } from '../message-key.ts'
import type { Words } from '../words.ts'
import { problemsOf } from './form.ts'
import type { FormState } from './route.ts'

/** The key of a field's label, by the field's name; numbers in a path (`targets.0.unit`) stand as `targets.unit`. */
export type LabelKeys = Readonly<Record<string, MessageKey>>

/**
 * What a summary of errors lists, each with the label of its field: "Cần điền ô này" alone would not say which. A row of
 * several is named by its number.
 */
export function namedProblems(state: FormState, t: Words, labels: LabelKeys) {
  return problemsOf(state).map(({ field, message }) => {
    const label = field === undefined ? undefined : labelOf(field, t, labels)
    return label === undefined || field === undefined
      ? { message, ...(field === undefined ? {} : { field }) }
      : { field, message: `${label}: ${message}` }
  })
}

function labelOf(field: string, t: Words, labels: LabelKeys): string | undefined {
  const row = /\.(\d+)\./.exec(field)?.[1]
  const key = labels[field.replace(/\.\d+(?=\.)/g, '')]
  if (key === undefined) return undefined
  return row === undefined ? t(key) : `${t(key)} (${Number(row) + 1})`
}
