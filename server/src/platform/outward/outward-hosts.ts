import { BlockList, isIP } from 'node:net'

/** A host that the server may send to of its own accord, as the operator names it: `ioc.example.vn`, `*.example.vn:8443`, `http://10.1.2.3:8080`. */
export interface OutwardHost {
  readonly protocol: 'http:' | 'https:'
  /** Lower case; beginning with `.`: any name below. */
  readonly host: string
  readonly port: number
}

const entry = /^(http:\/\/|https:\/\/)?(\*(?=\.))?([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i

/** @returns undefined where a name is none */
export function parseOutwardHosts(text: string): readonly OutwardHost[] | undefined {
  const hosts = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(parseHost)
  return hosts.every((host) => host !== undefined) ? hosts : undefined
}

function parseHost(name: string): OutwardHost | undefined {
  const found = entry.exec(name)
  if (found === null) return undefined
  const protocol = found[1]?.toLowerCase() === 'http://' ? 'http:' : 'https:'
  const host = (found[3] ?? '').toLowerCase().replace(/^\[|\]$/g, '')
  const port = Number(found[4] ?? (protocol === 'http:' ? 80 : 443))
  return port > 0 && port <= 65_535 ? { protocol, host, port } : undefined
}

/** The entry by which the server may send to an address; undefined where none of them allows it. */
export function outwardHostOf(url: URL, hosts: readonly OutwardHost[]): OutwardHost | undefined {
  const name = url.hostname.toLowerCase().replace(/^\[|\]$/g, '')
  const port = Number(url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : url.port)
  return hosts.find(
    ({ protocol, host, port: allowed }) =>
      protocol === url.protocol &&
      allowed === port &&
      (host.startsWith('.') ? isIP(name) === 0 && name.endsWith(host) : name === host),
  )
}

// This machine itself, what only this machine's link reaches (where clouds keep their secrets), and what is no host.
const never = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  never.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  never.addSubnet(network, prefix, 'ipv6')

/**
 * Whether the server may connect to an address that a name was resolved to. A name that is allowed may lead into a private
 * network, where offices' machines stand; never to this machine or its link, unless the operator named that very address.
 */
export function mayReach(address: string, { host }: OutwardHost): boolean {
  if (isIP(host) !== 0) return address === host
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  return !never.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}
