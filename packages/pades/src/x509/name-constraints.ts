import { sameBytes } from '../der/bytes.ts'
import type { Certificate } from './certificate.ts'
import type { Subtrees } from './extensions.ts'
import type { GeneralName, GeneralNameForm } from './general-name.ts'

// Names times subtrees: beyond this a certificate is made to cost time.
const maxComparisons = 1 << 16

/** Whether a certificate's names obey every constraint above it (RFC 5280, 4.2.1.10 and 6.1.3 b, c). */
export function obeysConstraints(certificate: Certificate, constraints: readonly Subtrees[]): boolean {
  if (constraints.length === 0) return true
  const names = namesOf(certificate)
  const subtrees = constraints.reduce((sum, one) => sum + one.permitted.length + one.excluded.length, 0)
  if (names.length * subtrees > maxComparisons) return false
  return constraints.every((one) => !one.withDistances && names.every((name) => obeys(name, one)))
}

function namesOf({ subject, extensions }: Certificate): readonly GeneralName[] {
  const names = [...extensions.subjectAltNames]
  if (!subject.isEmpty) names.push({ form: 'directory', name: subject })
  // An address in the subject counts where the extension names none.
  if (!names.some(({ form }) => form === 'email'))
    names.push(...subject.all('emailAddress').map((value) => ({ form: 'email', value }) as const))
  return names
}

function obeys(name: GeneralName, { permitted, excluded }: Subtrees): boolean {
  const ofForm = (bases: readonly GeneralName[]): readonly GeneralName[] =>
    bases.filter(({ form }) => form === name.form)
  const inside = ofForm(permitted)
  const outside = ofForm(excluded)
  if (inside.length + outside.length === 0) return true
  const matches = matchers[name.form]
  // What cannot be compared cannot be shown to obey.
  if (matches === undefined) return false
  const found = [...inside, ...outside].map((base) => matches(name, base))
  if (found.includes(null)) return false
  return (
    (inside.length === 0 || found.slice(0, inside.length).includes(true)) &&
    !found.slice(inside.length).includes(true)
  )
}

/** Whether a name lies in a subtree; null where one of them cannot be read. */
type Matcher = (name: GeneralName, base: GeneralName) => boolean | null

const matchers: Partial<Record<GeneralNameForm, Matcher>> = {
  directory: (name, base) =>
    name.form === 'directory' && base.form === 'directory' ? name.name.isWithin(base.name) : null,
  dns: (name, base) => ('value' in name && 'value' in base ? isHostWithin(name.value, base.value) : null),
  email: (name, base) =>
    'value' in name && 'value' in base ? isMailboxWithin(name.value, base.value) : null,
  uri: (name, base) => ('value' in name && 'value' in base ? isUriWithin(name.value, base.value) : null),
  // Microsoft's user principal name has the form of a mailbox.
  upn: (name, base) => ('value' in name && 'value' in base ? isMailboxWithin(name.value, base.value) : null),
  ip: (name, base) =>
    'octets' in name && 'octets' in base ? isAddressWithin(name.octets, base.octets) : null,
}

const label = /^[a-z0-9_*-]+(\.[a-z0-9_*-]+)*$/

/** A host and all below it; an empty base is every host. */
function isHostWithin(host: string, base: string): boolean | null {
  const [lower, below] = [host.toLowerCase().replace(/\.$/, ''), base.toLowerCase().replace(/^\.|\.$/g, '')]
  if (!label.test(lower) || (below !== '' && !label.test(below))) return null
  return below === '' || lower === below || lower.endsWith(`.${below}`)
}

function isMailboxWithin(mailbox: string, base: string): boolean | null {
  const parts = /^([^@]+)@([^@]+)$/.exec(mailbox)
  if (parts === null) return null
  const [, local = '', host = ''] = parts
  const wanted = /^([^@]+)@([^@]+)$/.exec(base)
  if (wanted !== null) return local === wanted[1] && host.toLowerCase() === wanted[2]?.toLowerCase()
  return isExactOrBelow(host, base)
}

/** A base that begins with a dot is every host below, another the host alone. */
function isExactOrBelow(host: string, base: string): boolean | null {
  const [lower, wanted] = [host.toLowerCase(), base.toLowerCase()]
  if (!label.test(lower) || !label.test(wanted.replace(/^\./, ''))) return null
  return wanted.startsWith('.') ? lower.endsWith(wanted) : lower === wanted
}

function isUriWithin(uri: string, base: string): boolean | null {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@]+)(?::\d*)?(?:[/?#]|$)/i.exec(uri)?.[1]
  return host === undefined || /^[\d.]+$/.test(host) ? null : isExactOrBelow(host, base)
}

/** The base is an address and a mask, of four or sixteen octets each. */
function isAddressWithin(address: Uint8Array, base: Uint8Array): boolean | null {
  const size = base.length / 2
  if ((size !== 4 && size !== 16) || (address.length !== 4 && address.length !== 16)) return null
  if (address.length !== size) return false
  const masked = (octets: Uint8Array): Uint8Array => octets.map((octet, at) => octet & (base[size + at] ?? 0))
  return sameBytes(masked(address), masked(base.subarray(0, size)))
}
