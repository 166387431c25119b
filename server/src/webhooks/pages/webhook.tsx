import type { Page } from '../../platform/http/paging.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DefinitionList, Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { addressNames, webhookPaths } from '../paths.ts'
import { type DeliveryView, getWebhook, listDeliveries, type WebhookView } from '../webhook-queries.ts'
import { WebhookState } from './webhooks.tsx'

/** One address: what it hears, what was sent to it and what became of that. */
export const webhookPage = pageRoute(webhookPaths.webhook(':webhookId'), async (c, { params, query }) => {
  const webhook = await getWebhook(c, params.webhookId ?? '')
  const cursor = query[addressNames.cursor] ?? null
  const deliveries = await listDeliveries(c, webhook.id, { cursor })
  return page(c.t('webhooks.one'), <One webhook={webhook} deliveries={deliveries} cursor={cursor} />, {
    section: 'account',
  })
})

interface Shown {
  readonly webhook: WebhookView
  readonly deliveries: Page<DeliveryView>
  readonly cursor: string | null
}

function One({ webhook, deliveries, cursor }: Shown) {
  const { t, language } = useWords()
  const here = webhookPaths.webhook(webhook.id)
  const isFirst = cursor === null
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('webhooks.title'), href: webhookPaths.webhooks }]}
        kicker={t('webhooks.one')}
        title={webhook.url}
        badges={<WebhookState webhook={webhook} />}
        actions={<Acts webhook={webhook} />}
      />
      {webhook.pausedBecause !== null && (
        <Notice kind="warning" title={t('webhooks.paused')}>
          <p>{t(`webhooks.paused_${webhook.pausedBecause}`)}</p>
        </Notice>
      )}
      <Panel>
        <DefinitionList
          items={[
            {
              term: t('webhooks.events'),
              description: webhook.events.map((event) => t(codeKey('webhooks.event', event))).join(', '),
            },
            { term: t('webhooks.created_at'), description: formatInstant(webhook.createdAt, language) },
          ]}
        />
      </Panel>
      <Panel title={t('webhooks.letters')} lead={t('webhooks.letters_lead')} flush>
        <DeliveryTable webhook={webhook} deliveries={deliveries.items} />
        {(!isFirst || deliveries.next !== null) && (
          <Pagination
            firstHref={isFirst ? undefined : here}
            nextHref={
              deliveries.next === null ? undefined : `${here}?${addressNames.cursor}=${deliveries.next}`
            }
          />
        )}
      </Panel>
    </Stack>
  )
}

function Acts({ webhook }: { readonly webhook: WebhookView }) {
  const { t } = useWords()
  const hidden = { webhookId: webhook.id }
  return (
    <>
      {webhook.pausedBecause === null ? (
        <Form action={webhookPaths.ping} layout="inline" hidden={hidden}>
          <Button icon="send">{t('webhooks.ping')}</Button>
        </Form>
      ) : (
        <Form action={webhookPaths.resume} layout="inline" hidden={hidden}>
          <Button kind="primary" icon="refresh">
            {t('webhooks.resume')}
          </Button>
        </Form>
      )}
      <ButtonLink href={webhookPaths.remove(webhook.id)} kind="danger" icon="trash">
        {t('webhooks.remove')}
      </ButtonLink>
    </>
  )
}

const looks = {
  waiting: { tone: 'waiting', icon: 'clock' },
  taken: { tone: 'good', icon: 'circle-check' },
  given_up: { tone: 'bad', icon: 'circle-x' },
} as const

function DeliveryTable(props: {
  readonly webhook: WebhookView
  readonly deliveries: readonly DeliveryView[]
}) {
  const { t, language } = useWords()
  const { webhook, deliveries } = props
  return (
    <DataTable
      caption={t('webhooks.letters')}
      rows={deliveries}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="inbox" title={t('webhooks.no_letters')}>
          {t('webhooks.no_letters_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'event',
          header: t('webhooks.event'),
          kind: 'title',
          cell: (row) => (
            <>
              {t(codeKey('webhooks.event', row.event))}
              <Small block>{row.id}</Small>
            </>
          ),
        },
        {
          key: 'state',
          header: t('webhooks.state'),
          kind: 'state',
          cell: (row) => <Badge {...looks[row.state]}>{t(`webhooks.letter_${row.state}`)}</Badge>,
        },
        {
          key: 'created',
          header: t('webhooks.happened_at'),
          kind: 'date',
          cell: (row) => formatInstant(row.createdAt, language),
        },
        { key: 'answer', header: t('webhooks.answer'), cell: (row) => <AnswerOf delivery={row} /> },
        {
          key: 'resend',
          header: t('webhooks.resend'),
          headerHidden: true,
          kind: 'actions',
          cell: (row) =>
            webhook.pausedBecause === null &&
            row.state !== 'waiting' && (
              <Form
                action={webhookPaths.resend}
                layout="inline"
                hidden={{ webhookId: webhook.id, deliveryId: row.id }}
              >
                <Button size="small">{t('webhooks.resend')}</Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function AnswerOf({ delivery }: { readonly delivery: DeliveryView }) {
  const { t, language } = useWords()
  const { lastStatus, lastTrouble, tries, nextTryAt } = delivery
  const said =
    lastStatus !== null
      ? t('webhooks.answered', { status: String(lastStatus) })
      : lastTrouble === null
        ? t('webhooks.not_tried')
        : t(`webhooks.trouble_${lastTrouble}`)
  return (
    <>
      {said}
      {tries > 0 && nextTryAt !== null && (
        <Small block>{t('webhooks.next_try', { tries, at: formatInstant(nextTryAt, language) })}</Small>
      )}
    </>
  )
}
