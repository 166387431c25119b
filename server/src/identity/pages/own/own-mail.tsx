import { z } from 'zod'
import { problemsOf, textValue } from '../../../platform/http/form.ts'
import { apiWrite, formRoute, page, type Route } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Sheet } from '../../../ui/panel.tsx'
import { getMailPreference, type MailRules, setMailPreference } from '../../accounts/mail-preference.ts'
import { identityPaths } from '../../paths.ts'

/** Whether one wants a letter each morning with what waits, and where to: the page and its twin. */
export function mailRoutes(rules: MailRules | null): readonly Route[] {
  const endpoint = setMailPreference(rules)
  const output = z.object({ digest: z.boolean() })
  return [mailForm(rules, endpoint), apiWrite({ method: 'PUT', path: '/me/mail', endpoint, output })]
}

const mailForm = (rules: MailRules | null, endpoint: ReturnType<typeof setMailPreference>) =>
  formRoute({
    path: identityPaths.mail,
    endpoint,
    told: 'identity.mail_set',
    done: () => identityPaths.account,
    async show(c, state) {
      const chosen = await getMailPreference(c)
      const { values } = state
      return page(
        c.t('identity.mail'),
        <Sheet>
          <PageHeader
            title={c.t('identity.mail')}
            lead={c.t('identity.mail_lead')}
            breadcrumbs={[{ label: c.t('identity.account'), href: identityPaths.account }]}
          />
          {rules === null ? (
            <Notice kind="info">
              <p>{c.t('identity.mail_not_set_up')}</p>
            </Notice>
          ) : (
            <>
              <ErrorSummary problems={problemsOf(state)} />
              <Form action={identityPaths.mail} idempotencyKey={state.idempotencyKey}>
                <Panel>
                  <TextField
                    name="address"
                    type="email"
                    label={c.t('identity.mail_address')}
                    hint={
                      rules.domains.length === 0
                        ? c.t('identity.mail_address_hint')
                        : c.t('identity.mail_address_domains', { domains: rules.domains.join(', ') })
                    }
                    value={values === undefined ? chosen.address : textValue(values, 'address')}
                    error={state.errors.address}
                    autoComplete="email"
                    optional
                  />
                  <Checkbox
                    name="digest"
                    label={c.t('identity.mail_digest')}
                    checked={values === undefined ? chosen.digest : textValue(values, 'digest') !== ''}
                    error={state.errors.digest}
                  />
                </Panel>
                <ActionBar>
                  <Button kind="primary" icon="check">
                    {c.t('identity.mail_keep')}
                  </Button>
                  <ButtonLink href={identityPaths.account} kind="quiet">
                    {c.t('identity.back')}
                  </ButtonLink>
                </ActionBar>
              </Form>
            </>
          )}
        </Sheet>,
        { section: 'account' },
      )
    },
  })
