import { isIP } from 'node:net'

/** None; a number of proxies, counted from this server outwards; or those at these addresses. */
export type TrustedProxies = false | number | readonly string[]

/**
 * Parses which proxies are trusted. Entries that a client writes into `X-Forwarded-For` come before those that the
 * proxies append, so the address is taken at the depth of the trusted proxies: with one proxy, the last.
 * @returns undefined if it is neither a number of proxies nor a list of addresses and networks
 */
export function parseTrustedProxies(text: string): TrustedProxies | undefined {
  if (text === '0' || text === 'false') return false
  if (text === 'true') return 1
  if (/^[1-9]$/.test(text)) return Number(text)
  const networks = text.split(',').map((one) => one.trim())
  return networks.every(isNetwork) ? networks : undefined
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  // A network of everybody would believe whatever anybody writes.
  return (
    prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  )
}
