import { newId } from '../../../platform/id.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import type { PeriodKey, ProgrammeData } from '../../../programme/import/index.ts'
import type { PromisedTarget } from './promises.ts'
import type { Choices } from './random.ts'
import type { WorkBuilder } from './work-builder.ts'

type ReportRow = ProgrammeData['reports'][number]
type ValueRow = ProgrammeData['reportValues'][number]

/** What the owner says of their targets. */
export type Readings = ReadonlyMap<PromisedTarget, number | boolean>

/** A report as it is made up: what is claimed for a period. */
export interface ReportFacts {
  readonly period: PeriodKey
  /** The day that it bears. */
  readonly on: PlainDate
  readonly readings: Readings
}

/** Reports for a period what is claimed; only accepted proof confirms it. */
export function report(choices: Choices, work: WorkBuilder, facts: ReportFacts): void {
  const { row, values } = reportRows(choices, work, facts)
  work.rows.reports.push(row)
  work.rows.reportValues.push(...values)
}

/** Whose report it is. */
export type Reporting = Pick<WorkBuilder, 'id' | 'owner' | 'promise'> & {
  readonly rows: Pick<WorkBuilder['rows'], 'programmeId'>
}

export function reportRows(
  choices: Choices,
  work: Reporting,
  { period, on, readings }: ReportFacts,
): { readonly row: ReportRow; readonly values: readonly ValueRow[] } {
  const id = newId<'report'>()
  const { steps } = work.promise
  const done = steps.filter(({ doneOn }) => doneOn !== null && doneOn <= on).at(-1)
  const next = steps.find(({ doneOn }) => doneOn === null || doneOn > on)
  const row: ReportRow = {
    id,
    work_id: work.id,
    programme_id: work.rows.programmeId,
    period_key: period,
    number: 1,
    effective_on: on,
    content: [
      done === undefined ? 'Đang chuẩn bị các bước đầu.' : `Đã xong bước “${done.name}”.`,
      ...[...readings].map(([target, reading]) => sentenceOf(target, reading)),
    ].join(' '),
    difficulties: choices.chance(35) ? work.promise.risks : '',
    requests: choices.chance(15) ? 'Đề nghị cấp trên đôn đốc đơn vị phối hợp trả lời đúng hạn.' : '',
    next_steps: next === undefined ? 'Hoàn thiện hồ sơ nghiệm thu.' : `Tiếp tục bước “${next.name}”.`,
    finishes_in_year: period === 'q1' ? null : true,
    person_id: work.owner.speaker.personId,
  }
  const values = [...readings].map(([target, reading]) => {
    const isDone = typeof reading === 'boolean'
    return {
      report_id: id,
      target_id: target.id,
      value: isDone ? null : reading,
      done: isDone ? reading : null,
      note: isDone ? (reading ? 'Đã thực hiện.' : 'Đang thực hiện.') : null,
    }
  })
  return { row, values }
}

function sentenceOf(target: PromisedTarget, reading: number | boolean): string {
  const subject = `${target.measure.charAt(0).toUpperCase()}${target.measure.slice(1)}`
  if (typeof reading === 'boolean') return `${subject}: ${reading ? 'đã thực hiện' : 'đang thực hiện'}.`
  const unit = target.unit === '%' ? '%' : ` ${target.unit ?? ''}`
  return `${subject}: ${String(reading).replace(/\B(?=(\d{3})+$)/g, '.')}${unit}.`
}
