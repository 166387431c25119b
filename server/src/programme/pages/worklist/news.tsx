import { formRoute, page } from '../../../platform/http/route.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { countUnread, listNotices, type NoticeView, readNews } from '../../worklist/notices.ts'

/** All news of the actor's works; the press of a button marks what is there as read. */
export const newsForm = formRoute({
  path: '/viec-cua-toi/tin',
  endpoint: readNews,
  told: 'worklist.news_told',
  done: () => paths.news(),
  async show(c, { query, idempotencyKey }) {
    const cursor = query[addressNames.cursor] ?? null
    const { items, next } = await listNotices(c, { cursor })
    const unread = await countUnread(c)
    const latest = cursor === null ? items[0] : undefined
    return page(
      c.t('worklist.news_title'),
      <Stack>
        <PageHeader
          title={c.t('worklist.news_title')}
          lead={c.t('worklist.news_page_lead')}
          actions={
            unread > 0 &&
            latest !== undefined && (
              <Form
                action={paths.news()}
                idempotencyKey={idempotencyKey}
                hidden={{ until: latest.id }}
                layout="inline"
              >
                <Button icon="check">{c.t('worklist.news_read_all')}</Button>
              </Form>
            )
          }
        />
        <NewsTable items={items} />
        {(next !== null || cursor !== null) && (
          <Pagination
            firstHref={cursor === null ? undefined : paths.news()}
            nextHref={
              next === null
                ? undefined
                : `${paths.news()}?${new URLSearchParams({ [addressNames.cursor]: next })}`
            }
          />
        )}
      </Stack>,
      { section: 'app.my_work' },
    )
  },
})

function NewsTable({ items }: { readonly items: readonly NoticeView[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('worklist.news_title')}
      rows={items}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="bell" title={t('worklist.news_none')}>
          {t('worklist.news_none_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'when',
          header: t('worklist.news_when'),
          kind: 'date',
          cell: (row) => formatInstant(row.createdAt, language),
        },
        {
          key: 'work',
          header: t('programme.work'),
          kind: 'title',
          cell: (row) => <a href={row.href}>{row.title}</a>,
        },
        { key: 'what', header: t('worklist.news_what'), cell: (row) => t(`notice.${row.kind}`) },
        {
          key: 'state',
          header: t('programme.state'),
          kind: 'state',
          cell: (row) =>
            row.isRead ? null : (
              <Badge tone="given" icon="circle-dot">
                {t('worklist.news_unread')}
              </Badge>
            ),
        },
      ]}
    />
  )
}
