import type { JsonValue } from '../../../platform/data/schema.gen.ts'
import type { PromiseOfWork } from './promises.ts'

/** The promise as a registration keeps it, version by version. */
export function registrationOf(
  promise: PromiseOfWork,
  more: {
    readonly dueOn: string
    readonly contentGroupIds: readonly string[]
    readonly continuesCode: string
  },
): JsonValue {
  return {
    title: promise.title,
    rationale: promise.rationale,
    baseline: promise.baseline,
    product: promise.product,
    resources: promise.resources,
    risks: promise.risks,
    requests: '',
    proof: promise.proof,
    minutesReference: promise.minutesReference,
    dueOn: more.dueOn,
    themeGroupId: promise.themeGroupId,
    contentGroupIds: [...more.contentGroupIds],
    supportingUnitIds: [],
    continuesCode: more.continuesCode,
    continuesUnlinked: more.continuesCode === '' && promise.continuesUnlinked,
    targets: promise.targets.map((target) => ({
      measure: target.measure,
      unit: target.unit ?? '',
      operator: target.operator,
      value: target.value,
      min: target.min,
      max: target.max,
      baseline: target.baseline,
      modality: target.modality,
      exceptions: [...target.exceptions],
      recognitionRequired: target.recognisedBy !== null,
      recognitionBy: target.recognisedBy ?? '',
      measureKey: '',
    })),
    steps: promise.steps.map(({ name, dueOn }) => ({ name, dueOn })),
  }
}
