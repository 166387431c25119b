import type { Language } from '../../../platform/context.ts'
import { daysBetween } from '../../../platform/time/plain-date.ts'
import type { Words } from '../../../platform/words.ts'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import type { Cause } from '../../rules/signal-causes.ts'
import type { Signal } from '../../rules/signals.ts'
import type { WorkPage } from '../../work/work-page.ts'

/** Why a signal stands, in words: "chậm 12 ngày", "chưa báo cáo quý I". */
export function signalDetail(
  work: Pick<WorkPage, 'asOf' | 'causes' | 'targets'>,
  signal: Signal,
  { t, language }: { readonly t: Words; readonly language: Language },
): string {
  const said = work.causes.filter((cause) => cause.signal === signal).map((cause) => causeText(cause))
  return said.length === 0 ? t(`ui.signal.${signal}`) : said.join('; ')

  function causeText(cause: Cause): string {
    switch (cause.signal) {
      case 'late':
        return t('programme.late_days', {
          days: formatNumber(daysBetween(cause.dueOn, work.asOf), language),
        })
      case 'silent':
        return t('programme.silent_period', { period: t(`period.${cause.period}`) })
      case 'stale':
        return t('programme.stale_since', { date: formatDate(cause.lastSignOn, language) })
      case 'at_risk':
        return 'milestoneId' in cause
          ? t('programme.step_missed', { date: formatDate(cause.dueOn, language) })
          : t('programme.behind_plan', { target: targetNumber(cause.targetId) })
    }
  }

  function targetNumber(id: string): number {
    return work.targets.findIndex(({ target }) => target.id === id) + 1
  }
}
