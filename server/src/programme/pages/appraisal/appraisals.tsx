import type { Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { daysBetween } from '../../../platform/time/plain-date.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate, formatDaysAway } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Small, Tabs } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import {
  appraisalQueue,
  countQueue,
  type QueuedWork,
  type QueuePage,
  type QueuePart,
  queueParts,
} from '../../appraisal/appraisal-queue.ts'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { ChosenForm, chosenSelection } from '../lists/chosen-works.tsx'
import { OwnerLine } from '../owner-line.tsx'
import { sections } from '../sections.ts'
import { proposalLooks } from './proposal-looks.ts'

const inAddress: Readonly<Record<QueuePart, string>> = {
  to_open: 'cho-mo',
  to_conclude: 'dang-tham-dinh',
  to_decide: 'cho-quyet-dinh',
}

const addressOf = (part: QueuePart, cursor?: string | null) =>
  `${paths.appraisals()}?${new URLSearchParams({
    phan: inAddress[part],
    ...(cursor ? { [addressNames.cursor]: cursor } : {}),
  })}`

/** What waits for the actor's appraisal: to be opened, to be judged, judged and waiting for the body's decision. */
export const appraisalsPage = pageRoute('/tham-dinh', async (c, { query }) => {
  const counts = await countQueue(c)
  const asked = queueParts.find((part) => inAddress[part] === query.phan)
  const part = asked ?? queueParts.find((one) => counts[one] > 0) ?? 'to_open'
  const queue = await appraisalQueue(c, part, query[addressNames.cursor] ?? null)
  return page(
    c.t('programme.appraisals.title'),
    <>
      <PageHeader title={c.t('programme.appraisals.title')} lead={c.t('programme.appraisals.lead')} />
      <Tabs
        label={c.t('programme.appraisals.parts')}
        tabs={queueParts.map((one) => ({
          label: c.t(`programme.appraisals.${one}`),
          href: addressOf(one),
          count: counts[one],
          current: one === part,
        }))}
      />
      <Panel flush>
        {part === 'to_open' && <ChosenForm />}
        <QueueTable c={c} part={part} queue={queue} />
      </Panel>
      <Pagination
        total={queue.total}
        firstHref={query[addressNames.cursor] === undefined ? undefined : addressOf(part)}
        nextHref={queue.next === null ? undefined : addressOf(part, queue.next)}
      />
    </>,
    { section: sections.appraisals },
  )
})

function QueueTable({ c, part, queue }: { c: Context; part: QueuePart; queue: QueuePage }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t(`programme.appraisals.${part}`)}
      rows={queue.rows}
      rowKey={(row) => row.ref}
      selection={
        part === 'to_open'
          ? chosenSelection({ acts: ['open_appraisal'], toDecision: false, toExport: false }, t)
          : undefined
      }
      empty={
        <EmptyState icon="list-search" title={t('programme.appraisals.none')}>
          {t('programme.appraisals.none_text')}
        </EmptyState>
      }
      columns={[
        { key: 'code', header: t('programme.appraisals.code'), kind: 'code', cell: (row) => row.code },
        {
          key: 'title',
          header: t('programme.appraisals.work'),
          kind: 'title',
          cell: (row) => <QueuedTitle row={row} part={part} />,
        },
        {
          key: 'since',
          header: t('programme.appraisals.since'),
          kind: 'date',
          cell: (row) => (
            <>
              {formatDate(row.since, language)}
              <Small block>{formatDaysAway(daysBetween(c.today, row.since), language)}</Small>
            </>
          ),
        },
        {
          key: 'state',
          header: t('programme.appraisals.found'),
          kind: 'state',
          cell: (row) => <Found row={row} />,
        },
        {
          key: 'act',
          header: t('programme.form.row_actions'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) => <QueueAct row={row} part={part} />,
        },
      ]}
    />
  )
}

function QueuedTitle({ row, part }: { row: QueuedWork; part: QueuePart }) {
  return (
    <>
      <a href={part === 'to_open' ? paths.work(row.ref) : paths.appraise(row.ref)}>{row.title}</a>
      <Small block>
        <OwnerLine
          holderName={row.holderName}
          postTitle={row.postTitle}
          unitName={row.unitName}
          illustrative={row.illustrative}
        />
      </Small>
    </>
  )
}

function Found({ row }: { row: QueuedWork }) {
  const { t } = useWords()
  return (
    <>
      {row.proposal !== null && (
        <Badge {...proposalLooks[row.proposal]}>{t(`programme.proposal.${row.proposal}`)}</Badge>
      )}
      {row.openDuplicates > 0 && (
        <a href={paths.dismissDuplicate(row.ref)}>
          <Badge tone="warn" icon="copy">
            {t('programme.appraisals.duplicates', { count: row.openDuplicates })}
          </Badge>
        </a>
      )}
    </>
  )
}

/** Opening needs no further word, so it is one press; judging has a page. */
function QueueAct({ row, part }: { row: QueuedWork; part: QueuePart }) {
  const { t } = useWords()
  if (part !== 'to_open')
    return (
      <ButtonLink href={paths.appraise(row.ref)} size="small" icon="scale">
        {t(part === 'to_conclude' ? 'programme.appraisals.judge' : 'programme.appraisals.look')}
      </ButtonLink>
    )
  return (
    <Form
      action={paths.openAppraisal(row.ref)}
      version={row.version}
      layout="inline"
      label={t('programme.appraisals.open_work', { code: row.code })}
    >
      <Button size="small" icon="list-search">
        {t('programme.appraisals.open')}
      </Button>
    </Form>
  )
}
