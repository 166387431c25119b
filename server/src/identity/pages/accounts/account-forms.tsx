import { findPersons, SearchChoice, withoutSearch } from '../../../organisation/index.ts'
import { field } from '../../../platform/http/form.ts'
import { formRoute, page, type Route } from '../../../platform/http/route.ts'
import type { Words } from '../../../platform/words.ts'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Stack } from '../../../ui/panel.tsx'
import { ShownOnce } from '../../../ui/shown-once.tsx'
import {
  createAccountEndpoint,
  disableAccountEndpoint,
  enableAccountEndpoint,
  endAccountSessionsEndpoint,
  setPasswordEndpoint,
} from '../../accounts/account-acts.ts'
import { getAccount } from '../../accounts/list-accounts.ts'
import { adminPaths } from '../../admin-paths.ts'
import { authorizeAdministrator } from '../../policy.ts'
import { accessFormPage, adminSections } from '../access-form.tsx'

const section = adminSections.accounts

/** Makes an account for a person of the directory; its password is made up and shown once. */
const createForm = formRoute({
  path: '/quan-tri/tai-khoan-moi',
  endpoint: createAccountEndpoint,
  told: 'identity.account_created',
  done: ({ username }) => adminPaths.account(username),
  input: (values, params) => ({ ...withoutSearch(values, params), makePassword: true }),
  reveal: async (c, { username, password }) =>
    page(
      c.t('identity.account_created'),
      <ShownOnce
        title={c.t('identity.account_created')}
        lead={c.t('identity.password_for', { username })}
        label={c.t('identity.password')}
        secret={password ?? ''}
        back={adminPaths.account(username)}
      />,
      { section },
    ),
  async show(c, state) {
    authorizeAdministrator(c, 'account.create')
    const found = await findPersons(c, state, 'personId')
    return accessFormPage(c, state, {
      action: adminPaths.newAccount,
      section,
      crumbs: [{ label: c.t('identity.accounts'), href: adminPaths.accounts() }],
      title: c.t('identity.create_account'),
      lead: c.t('identity.create_account_lead'),
      plain: true,
      fields: (
        <Stack>
          <SearchChoice
            name="personId"
            label={c.t('identity.person')}
            findLabel={c.t('organisation.find_person')}
            found={found}
            error={state.errors.personId}
          />
          <TextField
            {...field(state, 'username')}
            label={c.t('identity.username')}
            hint={c.t('identity.username_hint')}
          />
        </Stack>
      ),
      submit: { label: c.t('identity.create_account'), icon: 'plus' },
      back: adminPaths.accounts(),
    })
  },
})

const crumbsOf = (c: { t: Words }, username: string) => [
  { label: c.t('identity.accounts'), href: adminPaths.accounts() },
  { label: username, href: adminPaths.account(username) },
]

/** Gives an account a new password, made up and shown once. */
const setPasswordForm = formRoute({
  path: '/quan-tri/tai-khoan/:username/mat-khau',
  endpoint: setPasswordEndpoint,
  told: 'identity.password_set',
  done: ({ username }) => adminPaths.account(username),
  input: (_values, { username }) => ({ username }),
  reveal: async (c, { username, password }) =>
    page(
      c.t('identity.password_set'),
      <ShownOnce
        title={c.t('identity.password_set')}
        lead={c.t('identity.password_for', { username })}
        label={c.t('identity.password')}
        secret={password ?? ''}
        back={adminPaths.account(username)}
      />,
      { section },
    ),
  async show(c, state) {
    const { username, personName } = await getAccount(c, state.params.username ?? '')
    return accessFormPage(c, state, {
      action: adminPaths.setPassword(username),
      section,
      crumbs: crumbsOf(c, username),
      kicker: personName,
      title: c.t('identity.set_password'),
      lead: c.t('identity.set_password_lead'),
      plain: true,
      submit: { label: c.t('identity.set_password'), icon: 'key' },
      back: adminPaths.account(username),
    })
  },
})

const endSessionsForm = formRoute({
  path: '/quan-tri/tai-khoan/:username/phien',
  endpoint: endAccountSessionsEndpoint,
  told: 'identity.account_sessions_ended',
  done: ({ username }) => adminPaths.account(username),
  async show(c, state) {
    const { username, personName } = await getAccount(c, state.params.username ?? '')
    return accessFormPage(c, state, {
      action: adminPaths.endSessions(username),
      section,
      crumbs: crumbsOf(c, username),
      kicker: personName,
      title: c.t('identity.end_account_sessions'),
      lead: c.t('identity.end_account_sessions_lead'),
      fields: <TextArea {...field(state, 'reason')} label={c.t('identity.reason')} rows={3} />,
      submit: { label: c.t('identity.end_account_sessions'), icon: 'logout', kind: 'danger' },
      back: adminPaths.account(username),
    })
  },
})

const disableForm = formRoute({
  path: '/quan-tri/tai-khoan/:username/dong',
  endpoint: disableAccountEndpoint,
  told: 'identity.account_closed',
  keepsTyping: true,
  done: ({ username }) => adminPaths.account(username),
  async show(c, state) {
    const { username, personName } = await getAccount(c, state.params.username ?? '')
    return accessFormPage(c, state, {
      action: adminPaths.disable(username),
      section,
      crumbs: crumbsOf(c, username),
      kicker: personName,
      title: c.t('identity.disable_account'),
      lead: c.t('identity.disable_account_lead'),
      fields: <TextArea {...field(state, 'reason')} label={c.t('identity.reason')} rows={3} />,
      submit: { label: c.t('identity.disable_account'), icon: 'lock', kind: 'danger' },
      back: adminPaths.account(username),
    })
  },
})

const enableForm = formRoute({
  path: '/quan-tri/tai-khoan/:username/mo',
  endpoint: enableAccountEndpoint,
  told: 'identity.account_reopened',
  done: ({ username }) => adminPaths.account(username),
  async show(c, state) {
    const { username, personName } = await getAccount(c, state.params.username ?? '')
    return accessFormPage(c, state, {
      action: adminPaths.enable(username),
      section,
      crumbs: crumbsOf(c, username),
      kicker: personName,
      title: c.t('identity.enable_account'),
      lead: c.t('identity.enable_account_lead'),
      submit: { label: c.t('identity.enable_account'), icon: 'check' },
      back: adminPaths.account(username),
    })
  },
})

export const accountForms: readonly Route[] = [
  createForm,
  setPasswordForm,
  endSessionsForm,
  disableForm,
  enableForm,
]
