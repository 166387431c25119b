import { addDays, daysBetween, earlierOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { dayBetween, dayOf, shareOfWay } from '../filling/dates.ts'
import { finalValue, type PromisedTarget, valueAfter } from '../filling/promises.ts'
import type { Readings } from '../filling/report.ts'
import { type Course, type Planned, toldUntil } from './calendar.ts'
import type { LaterWork } from './later-work.ts'
import type { Temper } from './tempers.ts'

const refusals = [
  'Biên bản thiếu chữ ký của đại diện nhân dân.',
  'Số liệu không khớp biểu kèm theo; đề nghị đối chiếu lại.',
  'Ảnh không thấy được vị trí và ngày chụp.',
  'Văn bản chưa có xác nhận của cơ quan chuyên môn.',
]

/** What was offered before the demonstration opened is judged in the days after it. */
export function judgeWaitingProof(work: LaterWork): void {
  const { choices, standing } = work
  for (const { id, target_id, value, done } of standing.evidence.filter(({ state }) => state === 'offered')) {
    const on = dayBetween(choices, dayOf('05-20'), dayOf('06-03'))
    // What a reported completion rests on is accepted before it is.
    const isRefused = work.state === 'in_progress' && done == null && choices.chance(12)
    work.judge(id, on, isRefused ? choices.pick(refusals) : null)
    const target = work.work.promise.targets.find((one) => one.id === target_id)
    if (isRefused || target === undefined) continue
    if (target.recognisedBy !== null)
      work.proved.set(target, (work.proved.get(target) ?? 0) + quantityOf(work, id))
    else if (value != null) work.proved.set(target, Number(value))
  }
}

/** What accepted proof says of each promise on the day on which the demonstration opens. */
export function rememberProof(work: LaterWork): void {
  for (const target of work.work.promise.targets) {
    const accepted = work.standing.evidence.filter(
      ({ target_id, state }) => target_id === target.id && state === 'accepted',
    )
    const values = accepted.map(({ id, value }) =>
      target.recognisedBy === null ? Number(value ?? 0) : quantityOf(work, id),
    )
    if (values.length === 0 || target.operator === 'done') continue
    const said = target.recognisedBy === null ? values.at(-1) : values.reduce((sum, value) => sum + value, 0)
    work.proved.set(target, said ?? 0)
  }
}

function quantityOf(work: LaterWork, evidenceId: string): number {
  const recognition = work.standing.recognitions.find(({ evidence_id }) => evidence_id === evidenceId)
  return Number(recognition?.quantity ?? 0)
}

/** How far the planned line has come on a day. */
const lineOn = (work: LaterWork, on: PlainDate) => shareOfWay(work.assignedOn, work.dueOn, on)

const isNumbered = ({ operator, modality }: PromisedTarget) =>
  operator !== 'done' && modality !== 'aspirational'

/** Proof is offered again and again, a little ahead of the planned line; a slow body forgets it, or is behind. */
export function proveOnTheWay(work: LaterWork, temper: Temper, course: Course): readonly Planned[] {
  const targets = work.work.promise.targets.filter(isNumbered)
  return targets.flatMap((target) => {
    const { choices } = work
    const span = daysBetween(work.assignedOn, work.dueOn)
    const last = course.until ?? toldUntil
    const planned: Planned[] = []
    let on = addDays(course.from, choices.whole(8, 28))
    while (on < addDays(last, -9)) {
      const ahead = temper === 'slow' ? -choices.whole(5, 30) : choices.whole(10, 24)
      const share = Math.min(0.97, Math.max(0.02, lineOn(work, on) + ahead / 100))
      if (!choices.chance(temper === 'slow' ? 50 : 6))
        planned.push(...offering(work, target, { on, share, last }))
      // The next before the line has overtaken what this one shows.
      on = addDays(on, Math.max(18, Math.round((Math.max(0, ahead) / 100 + 0.05) * span) - 9))
    }
    return planned
  })
}

interface Round {
  readonly on: PlainDate
  readonly share: number
  readonly last: PlainDate
}

function offering(work: LaterWork, target: PromisedTarget, { on, share, last }: Round): readonly Planned[] {
  const { choices } = work
  const days = choices.chance(85) ? choices.whole(2, 9) : choices.whole(10, 24)
  const judgedOn = earlierOf(addDays(on, days), addDays(last, -1))
  const refusal = choices.chance(7) ? choices.pick(refusals) : null
  const againOn = refusal === null ? null : addDays(judgedOn, choices.whole(3, 10))
  const reached = valueAfter(target, share, 'on')
  let offered: { readonly id: string; readonly reached: number } | null = null
  return [
    { on, act: () => (offered = offer(work, target, on, reached)) },
    {
      on: judgedOn,
      act: () => {
        if (offered === null || judgedOn > toldUntil) return
        work.judge(offered.id, judgedOn, refusal)
        if (refusal === null) work.proved.set(target, offered.reached)
      },
    },
    ...(againOn === null || againOn >= addDays(last, -6)
      ? []
      : [
          {
            on: againOn,
            act: () => {
              const piece = offer(work, target, againOn, reached)
              const acceptedOn = addDays(againOn, 4)
              if (piece === null || acceptedOn > toldUntil) return
              work.judge(piece.id, acceptedOn)
              work.proved.set(target, piece.reached)
            },
          },
        ]),
  ]
}

/** A piece that shows how far it has come; of recognitions those that are new. Null where there is nothing new to show. */
function offer(
  work: LaterWork,
  target: PromisedTarget,
  offeredOn: PlainDate,
  reached: number,
): { readonly id: string; readonly reached: number } | null {
  if (work.isWaiting(target)) return null
  const before = work.proved.get(target) ?? target.baseline ?? 0
  if (target.recognisedBy !== null) {
    const fresh = reached - (work.proved.get(target) ?? 0)
    return fresh < 1 ? null : { id: work.offer({ target, value: fresh, offeredOn }), reached }
  }
  const goal = target.value ?? target.min ?? before
  const isFurther = goal >= before ? reached > before : reached < before
  return isFurther ? { id: work.offer({ target, value: reached, offeredOn }), reached } : null
}

/** Each promise gets its last proof. */
export function proveAll(work: LaterWork, readings: Readings, on: PlainDate): void {
  for (const [target, reading] of readings) {
    if (typeof reading === 'boolean') {
      work.offer({ target, value: null, offeredOn: on })
      continue
    }
    const known = work.proved.get(target) ?? 0
    if (target.recognisedBy !== null && reading - known < 1) continue
    const value = target.recognisedBy === null ? reading : reading - known
    work.offer({ target, value, offeredOn: on })
    work.proved.set(target, reading)
  }
}

/** What the owner says in the end; no less than was proved. */
export function finalReadings(work: LaterWork): Readings {
  return new Map<PromisedTarget, number | boolean>(
    work.work.promise.targets.map((target) => {
      if (target.operator === 'done') return [target, true]
      const value = finalValue(work.choices, target)
      const known = target.recognisedBy === null ? value : (work.proved.get(target) ?? 0)
      return [target, Math.max(value, target.operator === 'lte' ? value : known)]
    }),
  )
}

/** What the owner says on the way: a little more than was proved. */
export function readingsOn(work: LaterWork, on: PlainDate): Readings {
  const { choices } = work
  return new Map<PromisedTarget, number | boolean>(
    work.work.promise.targets.map((target) => {
      if (target.operator === 'done') return [target, false]
      const proved = work.proved.get(target)
      const share = Math.min(0.95, lineOn(work, on) + choices.whole(0, 10) / 100)
      const said = valueAfter(target, share, 'back')
      if (proved === undefined) return [target, said]
      const goal = target.value ?? target.min ?? proved
      return [target, goal >= (target.baseline ?? 0) ? Math.max(proved, said) : Math.min(proved, said)]
    }),
  )
}
