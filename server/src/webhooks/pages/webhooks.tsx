import { identityPaths } from '../../identity/index.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { Badge } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { formatInstant } from '../../ui/format.ts'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { webhookPaths } from '../paths.ts'
import { listWebhooks, type WebhookView } from '../webhook-queries.ts'
import type { WebhookOffer } from '../webhooks.ts'

/** The addresses that hear of events in the reader's name. */
export const webhooksPage = (offer: WebhookOffer) =>
  pageRoute(webhookPaths.webhooks, async (c) =>
    page(
      c.t('webhooks.title'),
      <Overview webhooks={await listWebhooks(c)} isOpen={offer.hosts.length > 0} />,
      { section: 'account' },
    ),
  )

function Overview({
  webhooks,
  isOpen,
}: {
  readonly webhooks: readonly WebhookView[]
  readonly isOpen: boolean
}) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('identity.account'), href: identityPaths.account }]}
        title={t('webhooks.title')}
        lead={t('webhooks.lead')}
        actions={
          isOpen && (
            <ButtonLink href={webhookPaths.create} kind="primary" icon="plus">
              {t('webhooks.create')}
            </ButtonLink>
          )
        }
      />
      {!isOpen && (
        <Notice kind="info" title={t('webhooks.closed')}>
          <p>{t('webhooks.closed_help')}</p>
        </Notice>
      )}
      <Panel title={t('webhooks.list')} flush>
        <WebhookTable webhooks={webhooks} />
      </Panel>
    </Stack>
  )
}

function WebhookTable({ webhooks }: { readonly webhooks: readonly WebhookView[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('webhooks.list')}
      rows={webhooks}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="send" title={t('webhooks.none')}>
          {t('webhooks.none_help')}
        </EmptyState>
      }
      columns={[
        {
          key: 'url',
          header: t('webhooks.url'),
          kind: 'title',
          cell: (row) => (
            <>
              <a href={webhookPaths.webhook(row.id)}>{row.url}</a>
              <Small block>{row.events.map((event) => t(codeKey('webhooks.event', event))).join(', ')}</Small>
            </>
          ),
        },
        {
          key: 'state',
          header: t('webhooks.state'),
          kind: 'state',
          cell: (row) => <WebhookState webhook={row} />,
        },
        {
          key: 'created',
          header: t('webhooks.created_at'),
          kind: 'date',
          cell: (row) => formatInstant(row.createdAt, language),
        },
      ]}
    />
  )
}

export function WebhookState({ webhook }: { readonly webhook: WebhookView }) {
  const { t } = useWords()
  return webhook.pausedBecause === null ? (
    <Badge tone="good" icon="circle-check">
      {t('webhooks.hears')}
    </Badge>
  ) : (
    <Badge tone="bad" icon="alert-triangle">
      {t('webhooks.paused')}
    </Badge>
  )
}
