import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

type Claims = Readonly<Record<string, unknown>>

/** What a test makes the provider say instead of the truth: other claims, or another key's signature. */
export interface Falsehood {
  readonly claims?: (claims: Claims) => Claims
  readonly key?: 'another'
}

/** A real OpenID Connect provider on a port of its own, in which a name signs in without a password. */
export interface TestProvider {
  readonly issuer: string
  /** Who signs in next, and how. */
  person: { sub: string; claims?: Record<string, unknown> }
  falsehood: Falsehood | null
  /** Follows the provider's own redirects, as a browser does, until it sends back to us. */
  follow(to: string): Promise<string>
  stop(): Promise<void>
}

export const testClient = { id: 'dot-pha', secret: 'bi-mat-cua-phan-mem' } as const

export async function startTestProvider(redirectUri: string, signedOutUri: string): Promise<TestProvider> {
  const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const keys = { own: newKey(), another: newKey() }
  const server: Server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const state: TestProvider = {
    issuer,
    person: { sub: 'nobody' },
    falsehood: null,
    follow: (to) => follow(issuer, to),
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections()
        server.close(() => stopped())
      }),
  }
  const jwk = { ...keys.own.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'own' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [signedOutUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['chi-de-thu'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_c, interaction) => `/vao/${interaction.uid}` },
    findAccount: async (_c, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...state.person.claims }),
    }),
    loadExistingGrant: async (c) => {
      const grant = new c.oidc.provider.Grant({
        accountId: c.oidc.session?.accountId ?? '',
        clientId: c.oidc.client?.clientId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  provider.use(async (c, next) => {
    if (c.path.startsWith('/vao/'))
      return provider.interactionFinished(c.req, c.res, { login: { accountId: state.person.sub } })
    await next()
    if (c.path === '/token' && c.status === 200 && state.falsehood !== null)
      c.body = falsified(c.body as { id_token: string }, state.falsehood, keys)
  })
  server.on('request', provider.callback())
  return state
}

function falsified(
  body: { readonly id_token: string },
  { claims, key }: Falsehood,
  keys: { readonly own: KeyObject; readonly another: KeyObject },
): object {
  const [, payload = ''] = body.id_token.split('.')
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', kid: 'own' })}.${part(claims?.(said) ?? said)}`
  const signature = sign('sha256', Buffer.from(signed), keys[key ?? 'own']).toString('base64url')
  return { ...body, id_token: `${signed}.${signature}` }
}

async function follow(issuer: string, to: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = to
  for (let step = 0; step < 10 && address.startsWith(issuer); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [pair = ''] = one.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider stopped at ${answer.status}: ${await answer.text()}`)
    address = new URL(next, address).href
  }
  return address
}
