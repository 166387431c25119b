import { newId } from '../../../platform/id.ts'
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../platform/time/plain-date.ts'
import type { Modality, TargetId } from '../../../programme/import/index.ts'
import type { Domain, TargetIdea } from './domains/domain.ts'
import type { Choices } from './random.ts'
import { type Subject, titleOf } from './titles.ts'

export interface PromisedTarget {
  readonly id: TargetId
  readonly ord: number
  readonly measure: string
  readonly unit: string | null
  readonly operator: 'eq' | 'gte' | 'lte' | 'range' | 'done'
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly baseline: number | null
  readonly modality: Modality
  readonly exceptions: readonly string[]
  readonly recognisedBy: string | null
}

export interface PromisedStep {
  readonly id: string
  readonly name: string
  readonly dueOn: PlainDate
  doneOn: PlainDate | null
}

/** What an invented work promises. */
export interface PromiseOfWork {
  readonly title: string
  readonly rationale: string
  readonly baseline: string
  readonly product: string
  readonly resources: string
  readonly risks: string
  readonly proof: string
  readonly minutesReference: string
  readonly themeGroupId: string | null
  readonly continuesUnlinked: boolean
  readonly dueOn: PlainDate
  readonly targets: readonly PromisedTarget[]
  readonly steps: readonly PromisedStep[]
}

export interface PromiseOptions {
  readonly subject: Subject
  readonly where: string | null
  readonly collective: boolean
  readonly themeIds: readonly string[]
  /** The first day of the work. */
  readonly from: PlainDate
  readonly dueOn: PlainDate
  /** Only a promise without a number. */
  readonly deedOnly: boolean
  /** Where the first step falls due, as a share of the way to the due date. */
  readonly firstStepAt: number
}

/** Makes up a promise within a field of work. */
export function inventPromise(choices: Choices, options: PromiseOptions): PromiseOfWork {
  const { domain } = options.subject
  const minutesOn = choices.whole(4, 28)
  return {
    title: titleOf(options.subject, options.where),
    rationale: choices.pick(domain.rationale),
    baseline: domain.baseline,
    product: domain.product,
    resources: choices.pick([
      'Kinh phí thường xuyên; nhân lực của đơn vị.',
      'Ngân sách kết hợp xã hội hoá; tổ công tác kiêm nhiệm.',
      'Không phát sinh kinh phí; phân công lại nhiệm vụ.',
    ]),
    risks: domain.risk,
    proof: domain.proof,
    minutesReference: options.collective
      ? `Biên bản họp ngày ${String(minutesOn).padStart(2, '0')}/01/2022 (minh hoạ)`
      : '',
    themeGroupId: options.themeIds[domain.theme - 1] ?? null,
    continuesUnlinked: choices.chance(6),
    dueOn: options.dueOn,
    targets: inventTargets(choices, domain, options.deedOnly),
    steps: inventSteps(domain, options),
  }
}

function inventTargets(choices: Choices, domain: Domain, deedOnly: boolean): readonly PromisedTarget[] {
  const deed = { ...noGoal, measure: domain.deed, modality: 'carry_out' as const }
  if (deedOnly) return [{ ...deed, id: newId<'target'>(), ord: 1 }]
  const binding = domain.targets.filter(({ modality }) => modality !== 'aspirational')
  const hopes = domain.targets.filter(({ modality }) => modality === 'aspirational')
  const ideas = choices.shuffled(binding).slice(0, choices.chance(45) ? 2 : 1)
  const hoped = choices.chance(40) ? hopes : []
  const numbered = [...ideas, ...hoped].map((idea) => targetOf(choices, idea))
  const all = choices.chance(25) ? [...numbered, deed] : numbered
  return all.map((target, index) => ({ ...target, id: newId<'target'>(), ord: index + 1 }))
}

const noGoal = {
  unit: null,
  operator: 'done',
  value: null,
  min: null,
  max: null,
  baseline: null,
  exceptions: [],
  recognisedBy: null,
} as const

function targetOf(choices: Choices, idea: TargetIdea): Omit<PromisedTarget, 'id' | 'ord'> {
  const goal = choices.pick(idea.goals)
  const isRange = idea.operator === 'range'
  return {
    measure: idea.measure,
    unit: idea.unit,
    operator: idea.operator,
    value: isRange ? null : goal,
    min: isRange ? goal : null,
    max: isRange ? goal + (idea.width ?? 1) : null,
    baseline: choices.pick(idea.baselines),
    modality: idea.modality ?? 'committed',
    exceptions: idea.exceptions ?? [],
    recognisedBy: idea.recognisedBy ?? null,
  }
}

function inventSteps(domain: Domain, { from, dueOn, firstStepAt }: PromiseOptions): readonly PromisedStep[] {
  const days = daysBetween(from, dueOn)
  const last = domain.steps.length - 1
  return domain.steps.map((name, index) => {
    const share = firstStepAt + ((1 - firstStepAt) * index) / last
    return { id: newId(), name, dueOn: addDays(from, Math.round(days * share)), doneOn: null }
  })
}

/** Where a target stands when a share of its way is done; `rounding` says towards the goal or back to the start. */
export function valueAfter(target: PromisedTarget, share: number, rounding: 'on' | 'back'): number {
  const start = target.baseline ?? 0
  const goal = target.value ?? target.min ?? start
  const exact = start + (goal - start) * share
  const up = goal >= start === (rounding === 'on')
  // A little off a whole number by floating point must not become a whole step.
  return up ? Math.ceil(exact - 1e-9) : Math.floor(exact + 1e-9)
}

/** A result that keeps the promise, here and there better than promised. */
export function finalValue(choices: Choices, target: PromisedTarget): number {
  const goal = target.value ?? target.min ?? 0
  switch (target.operator) {
    case 'range':
      return choices.whole(target.min ?? goal, target.max ?? goal)
    case 'gte': {
      const better = goal + choices.whole(0, Math.max(1, Math.floor(goal / 10)))
      return target.unit === '%' ? Math.min(100, better) : better
    }
    case 'lte':
      return Math.max(0, goal - choices.whole(0, 1))
    default:
      return goal
  }
}

/** The day on which the demonstration stands: nothing that is invented lies after it. */
export const inventedUntil = plainDate('2022-05-18')
