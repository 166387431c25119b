/**
 * What a registration has and lacks, so that its form can say "complete" or "incomplete" at once, and so that
 * submitting refuses for exactly the same reasons.
 */
import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import { compareDecimals } from './decimal.ts'
import { type Reason, reason, reasonIf } from './refusals.ts'
import type { GoalFields, Modality } from './targets.ts'

export type OwnerKind = 'collective' | 'individual'

/** A target as it stands in a draft: any of it may be missing. */
export interface DraftTarget extends GoalFields {
  readonly measure: string
  readonly unit: string | null
  readonly modality: Modality
  readonly recognitionRequired: boolean
  readonly recognitionBy: string | null
  readonly measureKey: string | null
}

export interface DraftStep {
  readonly name: string
  readonly dueOn: PlainDate | null
}

/** A registration as far as it is written. Text that is not there is empty. */
export interface RegistrationDraft {
  readonly ownerKind: OwnerKind
  readonly year: number
  readonly title: string
  /** A theme of the province or a content group of the own committee. */
  readonly hasTheme: boolean
  readonly rationale: string
  readonly baseline: string
  readonly product: string
  readonly proof: string
  readonly minutesReference: string
  readonly resources: string
  readonly risks: string
  readonly dueOn: PlainDate | null
  readonly targets: readonly DraftTarget[]
  readonly steps: readonly DraftStep[]
}

export const parts = [
  'title',
  'theme',
  'rationale',
  'baseline',
  'product',
  'targets',
  'binding_target',
  'steps',
  'due_on',
  'proof',
  'minutes',
  'resources',
  'risks',
] as const
export type Part = (typeof parts)[number]

/** How a part of the form stands. What is advised is pointed out, and does not keep anybody from submitting. */
export interface PartStanding {
  readonly part: Part
  readonly need: 'required' | 'advised'
  readonly complete: boolean
  readonly reasons: readonly Reason[]
}

export interface Completeness {
  readonly complete: boolean
  readonly parts: readonly PartStanding[]
  /** Why it may not be submitted yet; empty where it is complete. */
  readonly reasons: readonly Reason[]
}

/** The parts of a registration that its kind of owner needs, each with what it lacks. */
export function completenessOf(draft: RegistrationDraft): Completeness {
  const standing = [
    required('title', reasonIf(isBlank(draft.title), 'title_missing', {}, 'title')),
    required('theme', reasonIf(!draft.hasTheme, 'theme_missing', {}, 'themeGroupId')),
    required('rationale', reasonIf(isBlank(draft.rationale), 'rationale_missing', {}, 'rationale')),
    advised('baseline', !isBlank(draft.baseline)),
    productStanding(draft),
    required('targets', targetReasons(draft.targets)),
    advised(
      'binding_target',
      draft.targets.some(({ modality }) => modality !== 'aspirational'),
    ),
    required('steps', stepReasons(draft)),
    required('due_on', dueReasons(draft)),
    required('proof', reasonIf(isBlank(draft.proof), 'proof_missing', {}, 'proof')),
    ...(draft.ownerKind === 'collective' ? [minutesStanding(draft)] : []),
    advised('resources', !isBlank(draft.resources)),
    advised('risks', !isBlank(draft.risks)),
  ]
  const reasons = standing.flatMap((part) => part.reasons)
  return { complete: reasons.length === 0, parts: standing, reasons }
}

function required(part: Part, reasons: readonly Reason[]): PartStanding {
  return { part, need: 'required', complete: reasons.length === 0, reasons }
}

function advised(part: Part, complete: boolean): PartStanding {
  return { part, need: 'advised', complete, reasons: [] }
}

/** A number needs a unit; a target without a number can only be seen in its product. */
function productStanding({ product, targets }: RegistrationDraft): PartStanding {
  const needed = targets.some(({ operator }) => operator === 'done')
  return needed
    ? required('product', reasonIf(isBlank(product), 'product_missing', {}, 'product'))
    : advised('product', !isBlank(product))
}

function minutesStanding({ minutesReference }: RegistrationDraft): PartStanding {
  return required('minutes', reasonIf(isBlank(minutesReference), 'minutes_missing', {}, 'minutesReference'))
}

function dueReasons({ dueOn, year }: RegistrationDraft): readonly Reason[] {
  if (dueOn === null) return [reason('due_on_missing', {}, 'dueOn')]
  return reasonIf(yearOf(dueOn) !== year, 'due_on_outside_year', { dueOn, year }, 'dueOn')
}

function targetReasons(targets: readonly DraftTarget[]): readonly Reason[] {
  if (targets.length === 0) return [reason('target_missing', {}, 'targets')]
  return targets.flatMap((target, index) => {
    const number = index + 1
    const field = (name: string) => `targets.${index}.${name}`
    const { recognitionRequired, recognitionBy } = target
    return [
      ...reasonIf(isBlank(target.measure), 'target_measure_missing', { number }, field('measure')),
      ...goalReasons(target, number, field),
      ...reasonIf(
        recognitionRequired && isBlank(recognitionBy ?? ''),
        'target_recognition_unnamed',
        { number },
        field('recognitionBy'),
      ),
    ]
  })
}

/** What a goal lacks, said of target `number`; `field` names the fields of its form. */
export function goalReasons(
  target: Pick<DraftTarget, keyof GoalFields | 'unit' | 'measureKey'>,
  number: number,
  field: (name: string) => string,
): readonly Reason[] {
  const { operator, value, min, max, unit, measureKey } = target
  switch (operator) {
    case null:
      return [reason('target_operator_missing', { number }, field('operator'))]
    case 'done':
      return reasonIf(measureKey !== null, 'target_measure_needs_number', { number }, field('operator'))
    case 'range':
      if (min === null || max === null) {
        return [reason('target_value_missing', { number }, field(min === null ? 'min' : 'max'))]
      }
      return [
        ...reasonIf(compareDecimals(min, max) > 0, 'target_range_reversed', { number }, field('min')),
        ...unitReasons(unit, number, field),
      ]
    default:
      return [
        ...reasonIf(value === null, 'target_value_missing', { number }, field('value')),
        ...unitReasons(unit, number, field),
      ]
  }
}

function unitReasons(
  unit: string | null,
  number: number,
  field: (name: string) => string,
): readonly Reason[] {
  return reasonIf(isBlank(unit ?? ''), 'target_unit_missing', { number }, field('unit'))
}

function stepReasons({ steps, dueOn, year }: RegistrationDraft): readonly Reason[] {
  if (steps.length === 0) return [reason('step_missing', {}, 'steps')]
  return steps.flatMap((step, index) => {
    const number = index + 1
    const field = `steps.${index}.dueOn`
    const named = reasonIf(isBlank(step.name), 'step_name_missing', { number }, `steps.${index}.name`)
    if (step.dueOn === null) return [...named, reason('step_date_missing', { number }, field)]
    if (yearOf(step.dueOn) !== year) return [...named, reason('step_outside_year', { number, year }, field)]
    if (dueOn === null || step.dueOn <= dueOn) return named
    return [...named, reason('step_after_due', { number, dueOn }, field)]
  })
}

/** Whether a text says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
