import { z } from 'zod'
import type { FormValues } from '../../../platform/http/form.ts'
import { readTyped } from '../../../platform/http/typed-values.ts'
import { formatNumber } from '../../../ui/format.ts'
import { type Registration, registrationFields } from '../../registration/registration-form.ts'

// Numbers stand in fields as Vietnamese offices write them, in either language: 1.5 would be read as fifteen hundred.
const number = (value: number | null) => (value === null ? '' : formatNumber(value, 'vi', 6))

/** A registration as a form carries it: what the fields show at first. */
export function registrationValues(given: Registration): FormValues {
  const { targets, steps, contentGroupIds, supportingUnitIds, continuesUnlinked, ...texts } = given
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
    contentGroupIds,
    supportingUnitIds,
    continuesUnlinked: continuesUnlinked ? 'on' : '',
    targets: targets.map((target) => ({
      measure: target.measure,
      unit: target.unit,
      operator: target.operator ?? '',
      value: number(target.value),
      min: number(target.min),
      max: number(target.max),
      baseline: number(target.baseline),
      modality: target.modality,
      exceptions: target.exceptions.join('\n'),
      recognitionRequired: target.recognitionRequired ? 'on' : '',
      recognitionBy: target.recognitionBy,
      measureKey: target.measureKey,
    })),
    steps: steps.map((step) => ({ name: step.name, dueOn: step.dueOn ?? '' })),
  }
}

const registration = z.object({ ...registrationFields, title: z.string() })

/** What the typed values say, as far as they can be read; undefined where a field is wrong. */
export function readRegistrationValues(values: FormValues): Registration | undefined {
  const known = Object.fromEntries(Object.keys(registrationFields).map((name) => [name, values[name]]))
  const parsed = registration.safeParse(
    readTyped(registration, { ...known, title: values.title ?? '' }, 'form'),
  )
  return parsed.success ? parsed.data : undefined
}
