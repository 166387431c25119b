import { field, listValue, problemsOf } from '../../platform/http/form.ts'
import { type FormState, formRoute, page, type Route, redirect } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import type { OutwardHost } from '../../platform/outward/outward-hosts.ts'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ShownOnce } from '../../ui/shown-once.tsx'
import { useWords } from '../../ui/words.tsx'
import { webhookPaths } from '../paths.ts'
import { getWebhook } from '../webhook-queries.ts'
import {
  type createWebhookEndpoint,
  pingWebhookEndpoint,
  removeWebhookEndpoint,
  resendDeliveryEndpoint,
  resumeWebhookEndpoint,
  type WebhookOffer,
} from '../webhooks.ts'

const section = { section: 'account' }

/** Lets an address hear; its secret is shown once. */
const createForm = (offer: WebhookOffer, endpoint: ReturnType<typeof createWebhookEndpoint>) =>
  formRoute({
    path: webhookPaths.create,
    endpoint,
    told: 'webhooks.created_told',
    done: () => webhookPaths.webhooks,
    reveal: async (c, { webhookId, secret }) =>
      page(
        c.t('webhooks.created_told'),
        <ShownOnce
          title={c.t('webhooks.created_told')}
          lead={c.t('webhooks.created_lead')}
          help={c.t('webhooks.secret_once_help')}
          label={c.t('webhooks.secret')}
          secret={secret}
          back={webhookPaths.webhook(webhookId)}
        />,
        section,
      ),
    show: async (c, state) => page(c.t('webhooks.create'), <Create state={state} offer={offer} />, section),
  })

const hostName = ({ protocol, host, port }: OutwardHost) => {
  const usual = port === (protocol === 'https:' ? 443 : 80)
  return `${protocol}//${host.startsWith('.') ? `*${host}` : host}${usual ? '' : `:${port}`}`
}

function Create({ state, offer }: { readonly state: FormState; readonly offer: WebhookOffer }) {
  const { t } = useWords()
  return (
    <FormSheet
      crumbs={[{ label: t('webhooks.title'), href: webhookPaths.webhooks }]}
      title={t('webhooks.create')}
      lead={t('webhooks.create_lead')}
      problems={problemsOf(state)}
      action={webhookPaths.create}
      idempotencyKey={state.idempotencyKey}
      plain
      submit={{ label: t('webhooks.create'), icon: 'plus' }}
      back={{ label: t('webhooks.back'), href: webhookPaths.webhooks }}
    >
      <TextField
        {...field(state, 'url')}
        label={t('webhooks.url')}
        hint={t('webhooks.url_hint', { hosts: offer.hosts.map(hostName).join(', ') })}
      />
      <CheckboxGroup
        name="events[]"
        id="f-events"
        label={t('webhooks.events')}
        hint={t('webhooks.events_hint')}
        values={state.values === undefined ? [] : listValue(state.values, 'events')}
        error={state.errors.events}
        choices={offer.events.map((event) => ({
          value: event,
          label: t(codeKey('webhooks.event', event)),
          description: event,
        }))}
      />
    </FormSheet>
  )
}

/** Ends it, after saying once more which. */
const removeForm = formRoute({
  path: webhookPaths.remove(':webhookId'),
  endpoint: removeWebhookEndpoint,
  told: 'webhooks.removed_told',
  done: () => webhookPaths.webhooks,
  input: (_values, { webhookId }) => ({ webhookId }),
  async show(c, state) {
    const webhook = await getWebhook(c, state.params.webhookId ?? '')
    return page(
      c.t('webhooks.remove'),
      <FormSheet
        crumbs={[
          { label: c.t('webhooks.title'), href: webhookPaths.webhooks },
          { label: webhook.url, href: webhookPaths.webhook(webhook.id) },
        ]}
        kicker={webhook.url}
        title={c.t('webhooks.remove')}
        warning={c.t('webhooks.remove_lead')}
        problems={problemsOf(state)}
        action={webhookPaths.remove(webhook.id)}
        idempotencyKey={state.idempotencyKey}
        submit={{ label: c.t('webhooks.remove'), icon: 'trash', kind: 'danger' }}
        back={{ label: c.t('webhooks.back'), href: webhookPaths.webhook(webhook.id) }}
      />,
      section,
    )
  },
})

// Their buttons stand on the page of the address.
const show = async () => redirect(webhookPaths.webhooks)
const done = ({ webhookId }: { readonly webhookId: string }) => webhookPaths.webhook(webhookId)

const resumeForm = formRoute({
  path: webhookPaths.resume,
  endpoint: resumeWebhookEndpoint,
  told: 'webhooks.resumed_told',
  done,
  show,
})

const pingForm = formRoute({
  path: webhookPaths.ping,
  endpoint: pingWebhookEndpoint,
  told: 'webhooks.pinged_told',
  done,
  show,
})

const resendForm = formRoute({
  path: webhookPaths.resend,
  endpoint: resendDeliveryEndpoint,
  told: 'webhooks.resent_told',
  done,
  show,
})

export const webhookForms = (
  offer: WebhookOffer,
  create: ReturnType<typeof createWebhookEndpoint>,
): readonly Route[] => [createForm(offer, create), removeForm, resumeForm, pingForm, resendForm]
