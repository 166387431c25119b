import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { field, problemsOf } from '../../../platform/http/form.ts'
import { endpoint, formRoute, page, redirect } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { CodeList } from '../../../ui/code-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Sheet } from '../../../ui/panel.tsx'
import { PasskeyButton } from '../../../ui/passkey.tsx'
import {
  addOwnPasskey,
  dropOwnPasskey,
  dropOwnTotp,
  dropPasskeyInput,
  type FirstCodes,
  newPasskeyInput,
  renewOwnCodes,
  setUpOwnTotp,
  setUpTotpInput,
} from '../../factors/factors.ts'
import { identityPaths } from '../../paths.ts'
import { accessFormPage } from '../access-form.tsx'
import { TotpFields } from './totp-fields.tsx'

const section = 'account'

const crumbsOf = (c: Context) => [
  { label: c.t('identity.account'), href: identityPaths.account },
  { label: c.t('identity.factors'), href: identityPaths.factors },
]

/** The recovery codes that came with a factor, once; back to the list of factors where there are none to show. */
async function revealCodes(c: Context, { codes }: FirstCodes): Promise<View> {
  if (codes === null) return redirect(identityPaths.factors)
  return page(
    c.t('identity.recovery_codes'),
    <Sheet>
      <PageHeader title={c.t('identity.recovery_codes')} />
      <Notice kind="warning">
        <p>{c.t('identity.recovery_keep')}</p>
      </Notice>
      <Panel>
        <CodeList label={c.t('identity.recovery_codes')} codes={codes} />
      </Panel>
      <ActionBar>
        <ButtonLink href={identityPaths.factors} kind="primary">
          {c.t('identity.recovery_kept')}
        </ButtonLink>
      </ActionBar>
    </Sheet>,
    { section },
  )
}

export const setUpTotpForm = formRoute({
  path: identityPaths.totp,
  endpoint: endpoint({
    name: 'factor.set-up',
    input: setUpTotpInput,
    secret: true,
    fresh: true,
    run: setUpOwnTotp,
  }),
  done: () => identityPaths.factors,
  told: 'identity.totp_done',
  reveal: revealCodes,
  show: async (c, state) =>
    accessFormPage(c, state, {
      action: identityPaths.totp,
      section,
      crumbs: crumbsOf(c),
      title: c.t('identity.totp_set_up'),
      plain: true,
      fields: <TotpFields state={state} username={c.actor.username} />,
      submit: { label: c.t('identity.totp_set_up'), icon: 'shield-check' },
      back: identityPaths.factors,
    }),
})

export const dropTotpForm = formRoute({
  path: identityPaths.dropTotp,
  endpoint: endpoint({ name: 'factor.drop', input: z.object({}), fresh: true, run: dropOwnTotp }),
  done: () => identityPaths.factors,
  told: 'identity.totp_dropped',
  show: async (c, state) =>
    accessFormPage(c, state, {
      action: identityPaths.dropTotp,
      section,
      crumbs: crumbsOf(c),
      title: c.t('identity.totp_drop'),
      lead: c.t('identity.totp_drop_lead'),
      submit: { label: c.t('identity.totp_drop'), kind: 'danger' },
      back: identityPaths.factors,
    }),
})

export const renewCodesForm = formRoute({
  path: identityPaths.recoveryCodes,
  endpoint: endpoint({
    name: 'factor.renew-codes',
    input: z.object({}),
    secret: true,
    fresh: true,
    run: renewOwnCodes,
  }),
  done: () => identityPaths.factors,
  told: 'identity.recovery_renewed',
  reveal: revealCodes,
  show: async (c, state) =>
    accessFormPage(c, state, {
      action: identityPaths.recoveryCodes,
      section,
      crumbs: crumbsOf(c),
      title: c.t('identity.recovery_renew'),
      lead: c.t('identity.recovery_renew_lead'),
      plain: true,
      submit: { label: c.t('identity.recovery_renew'), icon: 'refresh' },
      back: identityPaths.factors,
    }),
})

export const addPasskeyForm = formRoute({
  path: identityPaths.passkeys,
  endpoint: endpoint({
    name: 'passkey.add',
    input: newPasskeyInput,
    secret: true,
    fresh: true,
    run: addOwnPasskey,
  }),
  done: () => identityPaths.factors,
  told: 'identity.passkey_done',
  reveal: revealCodes,
  show: async (c, state) =>
    page(
      c.t('identity.passkey_add'),
      <Sheet>
        <PageHeader
          title={c.t('identity.passkey_add')}
          lead={c.t('identity.passkey_add_lead')}
          breadcrumbs={crumbsOf(c)}
        />
        <ErrorSummary problems={problemsOf(state)} />
        <Form action={identityPaths.passkeys} idempotencyKey={state.idempotencyKey} plain>
          <Panel>
            <TextField
              {...field(state, 'name')}
              label={c.t('identity.passkey_name')}
              hint={c.t('identity.passkey_name_hint')}
            />
          </Panel>
          <ActionBar>
            <PasskeyButton
              name="response"
              label={c.t('identity.passkey_make')}
              askAt={identityPaths.passkeyQuestion}
              purpose="register"
              failed={c.t('identity.passkey_failed')}
              without={c.t('identity.passkey_unsupported')}
              kind="primary"
            />
            <ButtonLink href={identityPaths.factors} kind="quiet">
              {c.t('identity.back')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>,
      { section },
    ),
})

export const dropPasskeyForm = formRoute({
  path: identityPaths.dropPasskey,
  endpoint: endpoint({ name: 'passkey.drop', input: dropPasskeyInput, fresh: true, run: dropOwnPasskey }),
  done: () => identityPaths.factors,
  told: 'identity.passkey_dropped',
  show: async (c, state) =>
    page(
      c.t('identity.passkeys'),
      <Sheet>
        <PageHeader title={c.t('identity.passkeys')} breadcrumbs={crumbsOf(c)} />
        <ErrorSummary problems={problemsOf(state)} />
      </Sheet>,
      { section },
    ),
})
