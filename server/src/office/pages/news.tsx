import { formRoute, page } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { countUnread, listNotices, type NoticeView, readNews } from '../news/notices.ts'
import { cursorName, officePaths } from '../paths.ts'
import type { SubjectKind } from '../subject.ts'

/** All news of the actor; the press of a button marks what is there as read. */
export const newsForm = (kinds: readonly SubjectKind[]) =>
  formRoute({
    path: '/viec-cua-toi/tin',
    endpoint: readNews,
    told: 'worklist.news_told',
    done: () => officePaths.news(),
    async show(c, { query, idempotencyKey }) {
      const cursor = query[cursorName] ?? null
      const { items, next } = await listNotices(c, kinds, { cursor })
      const unread = await countUnread(c, kinds)
      const latest = cursor === null ? items[0] : undefined
      return page(
        c.t('worklist.news_title'),
        <Stack>
          <PageHeader
            title={c.t('worklist.news_title')}
            lead={c.t('worklist.news_page_lead')}
            actions={
              unread > 0 &&
              latest !== undefined && <ReadAll idempotencyKey={idempotencyKey} until={latest.id} />
            }
          />
          <NewsTable items={items} />
          {(next !== null || cursor !== null) && (
            <Pagination
              firstHref={cursor === null ? undefined : officePaths.news()}
              nextHref={next === null ? undefined : officePaths.news(next)}
            />
          )}
        </Stack>,
        { section: 'app.my_work' },
      )
    },
  })

function ReadAll({ idempotencyKey, until }: { readonly idempotencyKey: string; readonly until: string }) {
  const { t } = useWords()
  return (
    <Form action={officePaths.news()} idempotencyKey={idempotencyKey} hidden={{ until }} layout="inline">
      <Button icon="check">{t('worklist.news_read_all')}</Button>
    </Form>
  )
}

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
          key: 'subject',
          header: t('worklist.news_about'),
          kind: 'title',
          cell: (row) => <a href={row.href}>{row.title}</a>,
        },
        { key: 'what', header: t('worklist.news_what'), cell: (row) => t(codeKey('notice', row.kind)) },
        {
          key: 'state',
          header: t('worklist.news_state'),
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
