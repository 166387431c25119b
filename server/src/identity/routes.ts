import type { OidcSettings } from '../platform/config/config.ts'
import type { Route } from '../platform/http/route.ts'
import type { EmergencyKind } from '../platform/slices/emergency.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import type { Panel } from '../platform/slices/panels.ts'
import type { DemonstrationAccount } from './accounts/demonstration-account.ts'
import type { MailRules } from './accounts/mail-preference.ts'
import { adminPaths } from './admin-paths.ts'
import { identityApi } from './api.ts'
import { emergencyRoutes } from './emergency-routes.ts'
import { outsideLabel } from './outside/outside-provider.ts'
import { adminSections } from './pages/access-form.tsx'
import { accountAdminPage } from './pages/accounts/account-admin.tsx'
import { accountForms } from './pages/accounts/account-forms.tsx'
import { accountsPage } from './pages/accounts/accounts.tsx'
import { bulkAccountsForm } from './pages/accounts/bulk-accounts.tsx'
import { tokenForms } from './pages/accounts/token-forms.tsx'
import { emergencyNavigation } from './pages/emergency/emergency.tsx'
import {
  addPasskeyForm,
  dropPasskeyForm,
  dropTotpForm,
  renewCodesForm,
  setUpTotpForm,
} from './pages/factors/factor-forms.tsx'
import { ownFactorsPage } from './pages/factors/own-factors.tsx'
import { removeFactorsForm } from './pages/factors/remove-factors.tsx'
import { languagePage } from './pages/language.tsx'
import { outsideForms } from './pages/outside/outside-forms.tsx'
import { outsidePages } from './pages/outside/outside-sign-in.tsx'
import { accountPage } from './pages/own/account.tsx'
import { readAccountNoticesForm } from './pages/own/account-notices.tsx'
import { mailRoutes } from './pages/own/own-mail.tsx'
import { endOtherSessionsForm, endSessionForm } from './pages/own/own-sessions.tsx'
import { revokeTokenForm } from './pages/own/own-tokens.tsx'
import { passwordPage } from './pages/own/password.tsx'
import { switchPostForm } from './pages/own/switch-post.tsx'
import { grantForms } from './pages/roles/grant-forms.tsx'
import { grantsPage } from './pages/roles/grants.tsx'
import { activatePage } from './pages/second-person/activate.tsx'
import { confirmationsNavigation, confirmationsPage } from './pages/second-person/confirmations.tsx'
import { newPasswordPage } from './pages/sign-in/new-password.tsx'
import { passkeyQuestion } from './pages/sign-in/passkey-question.ts'
import { passkeySignInPage } from './pages/sign-in/passkey-sign-in.tsx'
import { secondStepPage } from './pages/sign-in/second-step.tsx'
import { setUpFirstPage } from './pages/sign-in/set-up-first.tsx'
import { signInPage } from './pages/sign-in/sign-in.tsx'
import { signOutPage } from './pages/sign-in/sign-out.tsx'
import { standInRoutes } from './pages/stand-ins/stand-ins.tsx'
import { themePage } from './pages/theme.tsx'
import { identityPaths } from './paths.ts'
import { isAdministrator } from './policy.ts'

/** All addresses of this slice. The demonstration's accounts are shown on the sign-in page; elsewhere there are none. */
export function identityRoutes(options: {
  readonly demonstrationAccounts: readonly DemonstrationAccount[]
  /** Null where the installation has no mail server. */
  readonly mail?: MailRules | null
  /** The outside provider, where one is set. */
  readonly outside?: OidcSettings | undefined
  /** Where people find the installation, as letters tell them. */
  readonly publicUrl?: string | undefined
  /** What can be named in a request for emergency access. */
  readonly emergencyKinds?: readonly EmergencyKind[]
  /** What upper slices have for the page of one's account. */
  readonly accountPanels?: readonly Panel<null>[]
}): readonly Route[] {
  return [
    signInPage(
      options.demonstrationAccounts,
      options.outside === undefined ? undefined : outsideLabel(options.outside),
    ),
    ...outsidePages,
    secondStepPage,
    setUpFirstPage,
    newPasswordPage,
    passkeySignInPage,
    passkeyQuestion,
    signOutPage,
    languagePage,
    themePage,
    accountPage(options.accountPanels ?? []),
    switchPostForm,
    passwordPage,
    ...mailRoutes(options.mail ?? null),
    endSessionForm,
    endOtherSessionsForm,
    revokeTokenForm,
    accountsPage,
    accountAdminPage(options.outside !== undefined),
    bulkAccountsForm(options.publicUrl),
    ...accountForms,
    grantsPage,
    ...grantForms,
    confirmationsPage(options.publicUrl),
    activatePage,
    ownFactorsPage,
    setUpTotpForm,
    dropTotpForm,
    renewCodesForm,
    addPasskeyForm,
    dropPasskeyForm,
    readAccountNoticesForm,
    removeFactorsForm,
    ...tokenForms,
    ...standInRoutes,
    ...emergencyRoutes(options.emergencyKinds ?? []),
    ...outsideForms(options.outside?.issuer),
    ...identityApi,
  ]
}

/** The administrator's places in the menu. */
export const identityNavigation: readonly NavigationEntry[] = [
  {
    group: 'identity.admin_group',
    labelKey: 'identity.accounts',
    href: adminPaths.accounts(),
    icon: 'users',
    section: adminSections.accounts,
    order: 100,
    visible: isAdministrator,
  },
  {
    group: 'identity.admin_group',
    labelKey: 'identity.grants',
    href: adminPaths.grants(),
    icon: 'key',
    section: adminSections.grants,
    order: 101,
    visible: isAdministrator,
  },
  confirmationsNavigation,
  emergencyNavigation,
]

/** The writing pages that machines have no use for, each with its reason. */
export const pagesWithoutTwin: Readonly<Record<string, string>> = {
  [identityPaths.signIn]: 'A machine brings a token with each request and has no session to open.',
  [identityPaths.secondStep]: 'A machine has no second step: its token is judged by its scope.',
  [identityPaths.setUpFirst]: 'A machine has no factor; its owner sets one up before anything else.',
  [identityPaths.newPassword]: 'A machine brings a token with each request and has no password.',
  [identityPaths.passkeySignIn]: 'A machine brings a token with each request and has no session to open.',
  [identityPaths.passkeyQuestion]: 'Answers the script of a page; no machine holds a passkey.',
  [identityPaths.totp]: 'A stolen token must not become a way to sign in.',
  [identityPaths.dropTotp]: 'A stolen token must not be able to remove the factor that protects the account.',
  [identityPaths.recoveryCodes]: 'A stolen token must not become a way to sign in.',
  [identityPaths.passkeys]:
    'Only a browser can make a passkey, and a stolen token must not become a way to sign in.',
  [identityPaths.dropPasskey]:
    'A stolen token must not be able to remove the factor that protects the account.',
  [identityPaths.notices]: 'Only the owner can mark notices about the account as read.',
  [identityPaths.signOut]: 'A machine has no session to end; its token is revoked.',
  [identityPaths.language]: 'A machine says what it reads in Accept-Language.',
  [identityPaths.theme]: 'A machine sees no colours.',
  [identityPaths.post]: 'The post is a choice of a session; a token has the post that it was made in.',
  '/xem-khan/:accessId/vao': 'It is a session that reads, page by page; a token could be handed on.',
  [identityPaths.session]: 'A stolen token must not be able to end its owner’s sessions.',
  [identityPaths.activate]: 'The owner authenticates in person; a machine has no rights to wait for.',
  [identityPaths.password]:
    'Asks for the current password and is counted like signing in; a token must not become a password.',
}
