/** The site that a passkey is for: its name for the device, and the only origin that answers may come from. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * For which site passkeys are made: the address that the installation says it has. Where it says none, the Host that a
 * request names proves nothing, and only `localhost` is taken: browsers let no other page use that name.
 * @returns undefined where passkeys cannot be used: no address is set, or it is neither https nor localhost
 */
export function relyingParty(publicUrl: string | undefined, askedOrigin: string): RelyingParty | undefined {
  const text = publicUrl ?? askedOrigin
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, origin } = new URL(text)
  if (hostname === 'localhost') return { id: hostname, origin }
  // A number is no name that a browser makes passkeys for.
  const isName = !/^[\d.]+$|^\[/.test(hostname)
  return publicUrl !== undefined && protocol === 'https:' && isName ? { id: hostname, origin } : undefined
}
