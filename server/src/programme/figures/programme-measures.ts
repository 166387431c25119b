import { sql } from 'kysely'
import { unitsByIds } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Measure, MeasurePage, MeasurePart, MeasureScope } from '../../platform/measures/measures.ts'
import { notFound } from '../../platform/refusal.ts'
import { formatTypedDate, yearOf } from '../../platform/time/plain-date.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { matches } from '../filter/filter-sql.ts'
import { narrowScope, resolveWorkFilter } from '../filter/work-scope.ts'
import { readableOnDay, worksOnDay } from '../filter/works-on-day.ts'
import { pageOfWorks } from '../lists/list-works.ts'
import type { WorkRow } from '../lists/work-rows.ts'
import { paths } from '../paths.ts'
import { hasProgramme } from '../year/list-programmes.ts'

type Part = Partial<Pick<WorkFilter, 'promise' | 'reporting'>>

/** A measure over works: each part is a filter, so that what it counts is what it lists. */
interface WorkMeasure extends Pick<Measure, 'key' | 'label' | 'about' | 'good'> {
  readonly numerator: Part
  readonly denominator: Part
  /** By reason. */
  readonly excluded: Readonly<Record<string, Part>>
}

/** Nói đi đôi với làm: of the promises that have fallen due, those kept (design 8.15). */
const kept: WorkMeasure = {
  key: 'programme.kept_ratio',
  label: { vi: 'Tỷ lệ lời hứa giữ đúng', en: 'Promises kept' },
  about: {
    vi: 'Trong các việc đã đến hạn, số việc được công nhận là xong đúng hạn. Việc chưa xong hoặc chưa được công nhận kéo tỷ lệ xuống.',
    en: 'Of the works that have fallen due, those accepted as done in time. Works not done or not accepted yet lower it.',
  },
  good: 'up',
  numerator: { promise: 'kept' },
  denominator: { promise: 'due' },
  excluded: { ended_by_decision: { promise: 'left' } },
}

/** Of the works accepted, those done by their due date. */
const onTime: WorkMeasure = {
  key: 'programme.on_time_ratio',
  label: { vi: 'Tỷ lệ việc xong đúng hạn', en: 'Finished works done on time' },
  about: {
    vi: 'Trong các việc đã được công nhận hoàn thành, kể cả xong sớm khi chưa đến hạn, số việc xong đúng hạn. Việc chưa xong không tính ở đây.',
    en: 'Of the works accepted as completed, also before their due date, those done in time. Works not done do not count here.',
  },
  good: 'up',
  numerator: { promise: 'on_time' },
  denominator: { promise: 'accepted' },
  excluded: {},
}

/** Of the works of which a report has fallen due, those without it. */
const silent: WorkMeasure = {
  key: 'programme.silent_ratio',
  label: { vi: 'Tỷ lệ việc không báo cáo', en: 'Works without their report' },
  about: {
    vi: 'Trong các việc đã có kỳ báo cáo đến hạn, số việc chưa gửi báo cáo.',
    en: 'Of the works of which a report has fallen due, those without it.',
  },
  good: 'down',
  numerator: { reporting: 'silent' },
  denominator: { reporting: 'due' },
  excluded: {},
}

/**
 * The programme's own measures. They count the works of the year in which the period begins, or without a period of that
 * of the day; within it what fell due, or was accepted, in the period.
 */
export const programmeMeasures: readonly Measure[] = [kept, onTime, silent].map(measureOf)

function measureOf(over: WorkMeasure): Measure {
  return {
    key: over.key,
    label: over.label,
    ...(over.about && { about: over.about }),
    unit: '%',
    good: over.good,
    async count(c, scope) {
      const reasons = Object.keys(over.excluded)
      const counts = await countParts(c, scope, [
        over.numerator,
        over.denominator,
        ...Object.values(over.excluded),
      ])
      return {
        numerator: counts[0] ?? 0,
        denominator: counts[1] ?? 0,
        exclusions: reasons.map((reason, index) => ({ reason, count: counts[index + 2] ?? 0 })),
      }
    },
    list: (c, scope, part, page) => listPart(c, scope, partOf(over, part), page),
  }
}

function partOf({ numerator, denominator, excluded }: WorkMeasure, part: MeasurePart): Part {
  if (part === 'numerator') return numerator
  if (part === 'denominator') return denominator
  const found = excluded[part.slice('excluded:'.length)]
  if (found === undefined) throw notFound('measure_part')
  return found
}

/** The filter of the works that a scope speaks of. @throws Refusal `not_found` where its unit does not exist */
async function filterOf(c: Context, scope: MeasureScope): Promise<WorkFilter> {
  const [unit] = scope.unitId === null ? [] : await unitsByIds(c, [scope.unitId], scope.asOf)
  if (scope.unitId !== null && unit === undefined) throw notFound('unit')
  return {
    ...allWorks(yearOf(scope.from ?? scope.asOf), scope.asOf),
    from: scope.from,
    unit: unit?.code ?? null,
    subordinates: scope.withSubordinates,
    illustrative: scope.illustrative,
  }
}

async function countParts(
  c: Context,
  asked: MeasureScope,
  parts: readonly Part[],
): Promise<readonly number[]> {
  const filter = await filterOf(c, asked)
  // // In a year that was not opened nothing fell due: that is a valid result, not an error.
  if (!(await hasProgramme(c, filter.year))) return parts.map(() => 0)
  const scope = await resolveWorkFilter(c, filter)
  const counts = parts.map(
    (part) =>
      sql`count(*) filter (where ${matches(c, narrowScope(scope, { ...allWorks(filter.year, filter.asOf), from: filter.from, ...part }))})`,
  )
  let works = worksOnDay(c, scope).where(matches(c, scope))
  if (asked.sight === 'actor') works = works.where(readableOnDay(c, scope))
  const { found } = await works
    .select(sql<number[]>`json_build_array(${sql.join(counts)})`.as('found'))
    .executeTakeFirstOrThrow()
  return found
}

async function listPart(
  c: Context,
  asked: MeasureScope,
  part: Part,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<MeasurePage> {
  const filter = { ...(await filterOf(c, asked)), ...part }
  if (!(await hasProgramme(c, filter.year))) return { items: [], next: null }
  const scope = await resolveWorkFilter(c, filter)
  const { rows, next } = await pageOfWorks(c, scope, { cursor, limit })
  return { items: rows.map((row) => itemOf(c, row)), next }
}

function itemOf(c: Context, row: WorkRow) {
  const { holderName, unitName } = row.owner
  return {
    label: row.code === null ? row.title : `${row.code} · ${row.title}`,
    href: paths.work(row.code ?? row.id),
    note: c.t('programme.measured_work', {
      owner: holderName === null ? unitName : `${holderName}, ${unitName}`,
      dueOn: row.dueOn === null ? '–' : formatTypedDate(row.dueOn),
    }),
  }
}
