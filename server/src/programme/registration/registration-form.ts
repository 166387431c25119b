import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { RegistrationDraft } from '../rules/completeness.ts'
import { decimal } from '../rules/decimal.ts'
import { modalities, operators } from '../rules/targets.ts'

const targetFields = z.strictObject({
  measure: field.optionalText(1000),
  unit: field.optionalText(60),
  operator: field.optionalChoice(operators),
  value: field.optionalDecimal(),
  min: field.optionalDecimal(),
  max: field.optionalDecimal(),
  baseline: field.optionalDecimal(),
  modality: field.choice(modalities).default('committed'),
  // One exception a line: it belongs to this target and to no other.
  exceptions: field.lines(300, 20),
  recognitionRequired: field.flag(),
  recognitionBy: field.optionalText(300),
  measureKey: field.optionalText(100),
})

const stepFields = z.strictObject({ name: field.optionalText(500), dueOn: field.optionalDate() })

/** What a registration says, complete or not: a draft is kept as it is (spec/programme.md, 3.1). */
export const registrationFields = {
  title: field.text(500),
  rationale: field.optionalText(),
  baseline: field.optionalText(),
  product: field.optionalText(),
  resources: field.optionalText(),
  risks: field.optionalText(),
  requests: field.optionalText(),
  proof: field.optionalText(),
  minutesReference: field.optionalText(300),
  dueOn: field.optionalDate(),
  themeGroupId: field.optionalId(),
  contentGroupIds: field.many(field.id()),
  supportingUnitIds: field.many(field.id()),
  continuesCode: field.optionalText(60),
  continuesUnlinked: field.flag(),
  targets: field.many(targetFields, 20),
  steps: field.many(stepFields, 40),
}

const registration = z.object(registrationFields)
export type Registration = z.output<typeof registration>

/** Rows of which nothing was filled in are no rows: a form shows one empty row to begin with. */
export function withoutEmptyRows(given: Registration): Registration {
  return {
    ...given,
    targets: given.targets.filter(
      ({ measure, unit, operator, value, min, max }) =>
        measure !== '' || unit !== '' || operator !== null || value !== null || min !== null || max !== null,
    ),
    steps: given.steps.filter(({ name, dueOn }) => name !== '' || dueOn !== null),
  }
}

/** The registration as the rules of completeness read it. */
export function draftOf(
  given: Registration,
  owner: { readonly ownerKind: 'collective' | 'individual'; readonly year: number },
): RegistrationDraft {
  const number = (value: number | null) => (value === null ? null : decimal(value))
  return {
    ...owner,
    title: given.title,
    hasTheme: given.themeGroupId !== null || given.contentGroupIds.length > 0,
    rationale: given.rationale,
    baseline: given.baseline,
    product: given.product,
    proof: given.proof,
    minutesReference: given.minutesReference,
    resources: given.resources,
    risks: given.risks,
    dueOn: given.dueOn as PlainDate | null,
    targets: given.targets.map((target) => ({
      measure: target.measure,
      unit: target.unit === '' ? null : target.unit,
      operator: target.operator,
      value: number(target.value),
      min: number(target.min),
      max: number(target.max),
      modality: target.modality,
      recognitionRequired: target.recognitionRequired,
      recognitionBy: target.recognitionBy === '' ? null : target.recognitionBy,
      measureKey: target.measureKey === '' ? null : target.measureKey,
    })),
    steps: given.steps,
  }
}
