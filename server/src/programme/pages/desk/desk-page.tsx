import type { Context } from '../../../platform/context.ts'
import { page, pageRoute, redirect } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/refusal.ts'
import { daysBetween, yearOf } from '../../../platform/time/plain-date.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import type { DeskEntry, DeskQueue } from '../../../ui/desk.tsx'
import { formatDaysAway } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import {
  type DeskItem,
  type DeskQueueName,
  type DeskQueuePage,
  deskQueue,
  deskQueues,
} from '../../desk/desk-queue.ts'
import { allWorks } from '../../filter/filter.ts'
import { addressValues } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { sections } from '../sections.ts'

const formOf: Readonly<Record<DeskQueueName, (item: DeskItem) => string>> = {
  appraise: ({ ref }) => paths.appraise(ref),
  judge_evidence: ({ ref, key }) => paths.judgeEvidence(ref, key),
  check_completion: ({ ref }) => paths.checkCompletion(ref),
  decide_completion: ({ ref }) => paths.decideCompletion(ref),
}

/**
 * Opens a queue: at the thing that the address names if it still waits, else at the first. Where nothing can be concluded, the
 * page says so, and what waits for something else.
 */
export const deskPage = pageRoute('/ban-lam-viec/:hang', async (c, { params, query }) => {
  const queue = deskQueues.find((one) => addressValues.waiting?.[one] === params.hang)
  if (queue === undefined) throw notFound('page')
  const key = isId(query.muc ?? '') ? (query.muc ?? null) : null
  const waiting = await deskQueue(c, queue, key)
  const open = waiting.items.find((item) => item.key === key) ?? waiting.items[0]
  return open === undefined ? emptyDesk(c, queue, waiting) : redirect(formOf[queue](open))
})

function emptyDesk(c: Context, queue: DeskQueueName, { apart }: DeskQueuePage): View {
  return page(
    c.t(`worklist.${queue}`),
    <>
      <PageHeader title={c.t(`worklist.${queue}`)} lead={c.t(`worklist.${queue}_lead`)} />
      <Panel>
        <EmptyState icon="circle-check" title={c.t('programme.desk.done')}>
          {c.t('programme.desk.done_text')}
        </EmptyState>
        {apart.length > 0 && (
          <>
            <p>{c.t('programme.desk.apart', { count: apart.length })}</p>
            <ul class="plain-list">
              {apart.map((item) => (
                <li key={item.key}>
                  <a href={formOf[queue](item)}>{item.title}</a>
                  <Small block>{reasonOf(c, item)}</Small>
                </li>
              ))}
            </ul>
          </>
        )}
        <ButtonLink href="/">{c.t('programme.desk.to_work')}</ButtonLink>
      </Panel>
    </>,
    { section: queue === 'appraise' ? sections.appraisals : sections.works },
  )
}

/** The list at the left of a desk, and what comes after the open thing. */
export interface QueuePane {
  readonly queue: DeskQueue
  /** What the form of the desk carries as `next`; null after the last. */
  readonly nextKey: string | null
}

export async function queuePane(c: Context, queue: DeskQueueName, key: string): Promise<QueuePane> {
  const waiting = await deskQueue(c, queue, key)
  const hrefOf = (item: DeskItem | null) => (item === null ? null : formOf[queue](item))
  const entry = (item: DeskItem): DeskEntry => ({
    href: formOf[queue](item),
    title: item.evidence ?? item.title,
    detail: (
      <>
        {item.evidence === null ? ownerOf(item) : item.title}
        <br />
        {formatDaysAway(daysBetween(c.today, item.since), c.language)}
      </>
    ),
    reason: reasonOf(c, item),
    current: item.key === key,
  })
  return {
    nextKey: waiting.next?.key === key ? null : (waiting.next?.key ?? null),
    queue: {
      title: c.t(`worklist.${queue}`),
      total: waiting.total,
      place: waiting.place,
      entries: waiting.items.map(entry),
      previousHref: hrefOf(waiting.previous),
      nextHref: hrefOf(waiting.next),
      apart: waiting.apart.map(entry),
      all: {
        href:
          queue === 'appraise'
            ? paths.appraisals()
            : paths.works({ ...allWorks(yearOf(c.today), c.today), waiting: queue }),
        label: c.t('programme.desk.all'),
      },
    },
  }
}

const ownerOf = ({ holderName, unitName }: DeskItem) =>
  holderName === null ? unitName : `${holderName}, ${unitName}`

const reasonOf = (c: Context, { against }: DeskItem) =>
  against === null ? undefined : c.t(`programme.desk.against.${against}`)
