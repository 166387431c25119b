import * as client from 'openid-client'
import type { Config, OidcSettings } from '../../platform/config/config.ts'
import { Failure, Refusal } from '../../platform/refusal.ts'
import { identityPaths } from '../paths.ts'

/** The provider's answers are waited for this long; then people are told that it does not answer. */
const timeoutSeconds = 8

/** What the provider's clock may differ from ours. */
const toleranceSeconds = 10

// One set of addresses and keys a configuration; forgotten where asking failed, so that the next visitor asks again.
const known = new WeakMap<Config, Promise<client.Configuration>>()

/** The settings of the outside provider. @throws Refusal `not_found` if there is none */
export function outsideSettings(config: Config): OidcSettings {
  if (config.oidc === undefined) throw new Refusal('not_found', { kind: 'page' }, { status: 404 })
  return config.oidc
}

/** The name of the provider on buttons. */
export const outsideLabel = ({ label, issuer }: OidcSettings): string => label ?? new URL(issuer).host

/** The one address that the provider sends people back to. */
export const redirectAddress = (config: Config): string =>
  new URL(identityPaths.outsideBack, config.publicUrl).href

/** Addresses and keys of the provider, as it publishes them. @throws Failure `outside_unreachable` */
export async function outsideProvider(config: Config): Promise<client.Configuration> {
  const settings = outsideSettings(config)
  const found = known.get(config) ?? discover(settings)
  known.set(config, found)
  try {
    return await found
  } catch (error) {
    known.delete(config)
    throw unreachable(error)
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const inClear = issuer.startsWith('http:')
  return client.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [client.clockTolerance]: toleranceSeconds },
    client.ClientSecretBasic(clientSecret),
    {
      timeout: timeoutSeconds,
      // The signature is checked too, and not only whose line the token came by.
      execute: [client.enableNonRepudiationChecks, ...(inClear ? [client.allowInsecureRequests] : [])],
    },
  )
}

export const unreachable = (cause: unknown) =>
  new Failure('outside_unreachable', 'asking the outside identity provider', cause)

/** Whether the failure is one of the line or of the provider, and not of what it said. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'outside_unreachable'
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}
