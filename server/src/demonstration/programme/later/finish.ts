import { addDays, earlierOf, type PlainDate } from '../../../platform/time/plain-date.ts'
import { numberOf } from '../filling/campaigns.ts'
import { dayBetween } from '../filling/dates.ts'
import { periodsOfYear, toldUntil } from './calendar.ts'
import type { LaterWork } from './later-work.ts'
import { finalReadings, proveAll } from './proofs.ts'
import type { Temper } from './tempers.ts'

interface Done {
  readonly doneOn: PlainDate
  readonly reportedOn: PlainDate
}

const refusals = [
  'Một phần kết quả chưa được nghiệm thu tại hiện trường; bổ sung biên bản.',
  'Số liệu cuối cùng chưa khớp báo cáo năm của ngành; đối chiếu lại.',
]

/** Brings a work to its end: last report and proof, report of completion, and what the assigning body says to it. */
export function finish(work: LaterWork, temper: Temper, done: Done): void {
  const { doneOn, reportedOn } = done
  const readings = finalReadings(work)
  const period = periodsOfYear.find(({ dataClosesOn }) => reportedOn <= dataClosesOn)
  if (period !== undefined) work.report(period.key, reportedOn, readings)
  proveAll(work, readings, reportedOn)
  const completion = work.reportCompletion(reportedOn, doneOn)
  const isRefused = work.choices.chance({ exemplary: 0, usual: 7, slow: 25 }[temper])
  const refusedOn = decide(work, completion, done, isRefused ? work.choices.pick(refusals) : null)
  if (isRefused && refusedOn !== null) finishAgain(work, refusedOn)
}

/** After a refusal what was missing is brought, and completion is reported once more. */
export function finishAgain(work: LaterWork, refusedOn: PlainDate): void {
  const { choices } = work
  const doneOn = addDays(refusedOn, choices.whole(6, 16))
  const reportedOn = addDays(doneOn, choices.whole(0, 2))
  if (reportedOn > toldUntil) return
  const [target] = work.work.promise.targets.filter(({ recognisedBy }) => recognisedBy === null)
  if (target !== undefined)
    work.offer({
      target,
      value: target.operator === 'done' ? null : (work.proved.get(target) ?? null),
      offeredOn: reportedOn,
    })
  decide(work, work.reportCompletion(reportedOn, doneOn), { doneOn, reportedOn }, null)
}

/** The monitor checks, the body decides; gives the day of the decision, null where the year ended before it. */
export function decide(
  work: LaterWork,
  completion: string,
  { doneOn, reportedOn }: Done,
  refusal: string | null,
  notBefore: PlainDate = reportedOn,
): PlainDate | null {
  const { choices, campaign } = work
  // Everybody finishes in December, and who judges it are the same few.
  const isRush = reportedOn >= addDays(toldUntil, -40)
  const days = choices.chance(6)
    ? choices.whole(28, 48)
    : isRush
      ? choices.whole(7, 20)
      : choices.whole(4, 12)
  const on = addDays(notBefore, days)
  const checkedOn = dayBetween(choices, addDays(notBefore, 1), addDays(on, -2))
  if (checkedOn <= toldUntil) {
    work.checkCompletion(completion, checkedOn)
    work.acceptProof(earlierOf(checkedOn, toldUntil))
  }
  if (on > toldUntil) return null
  const document = numberOf(campaign, 'TB', choices.whole(100, 899))
  work.decideCompletion(completion, { on, doneOn, document, refusal })
  return on
}
