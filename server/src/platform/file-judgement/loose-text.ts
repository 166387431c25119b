import type { Findings } from './findings.ts'

/** A page of HTML or XHTML; its pictures and files are reported, not read. */
export function sayPage(html: string, findings: Findings): boolean {
  if (
    /<(?:\w+:)?(?:img|object|embed|iframe|svg|canvas|picture|video|applet)\b|\bdata:[\w/+.-]*;base64/i.test(
      html,
    )
  )
    findings.unread.add('picture')
  const shown = htmlText(html)
  findings.say(shown)
  return shown.trim() !== ''
}

/**
 * Plain text; for an email or a saved page with MIME parts (RFC 2045), lines that are plain or quoted-printable are read,
 * and its reading is never `whole`.
 */
export function sayText(text: string, findings: Findings): boolean {
  findings.say(text)
  if (/^(?:mime-version|content-type|content-transfer-encoding)\s*:/im.test(text.slice(0, 20_000))) {
    findings.unread.add('embedded')
    const bytes = text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    findings.say(htmlText(plainText(Buffer.from(bytes, 'latin1'))))
    for (const [block] of text.matchAll(/(?:^[A-Za-z0-9+/]{4,76}={0,2}\r?\n)+/gm))
      findings.say(htmlText(plainText(Buffer.from(block, 'base64'))))
  } else if (/^[A-Za-z0-9+/=\s]{300,}$/m.test(text)) findings.unread.add('embedded')
  return text.trim() !== ''
}

/** By its mark, else UTF-16 where every second byte is a zero, else UTF-8, else the code page of Windows for Vietnamese. */
export function plainText(bytes: Uint8Array): string {
  const [a = 0, b = 0] = bytes
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The text between the tags, and in visible attributes; blocks and cells are lines. */
function htmlText(html: string): string {
  const attributes = [
    ...html.matchAll(
      /\s(?:alt|title|value|placeholder|content|label)\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})')/gi,
    ),
  ]
  const shown = html
    .replace(/<!--|-->/g, '\n')
    .replace(/<\/?(?:b|i|u|s|em|strong|span|font|a|small|big|sub|sup|mark|wbr)(?:\s[^<>]{0,2000})?\/?>/gi, '')
    .replace(/<[^<>]*>/g, '\n')
  return decoded([shown, ...attributes.map((one) => one[1] ?? one[2] ?? '')].join('\n'))
}

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const lineWords = new Set(['par', 'line', 'sect', 'page', 'row', 'pard'])

export function sayRichText(bytes: Uint8Array, findings: Findings): boolean {
  const { text, objects } = rtfText(bytes)
  if (objects) findings.unread.add('embedded')
  findings.say(text)
  return text.trim() !== ''
}

/** The text of an RTF, including `\uN` and `\'hh`; its objects are reported, not read. */
function rtfText(bytes: Uint8Array): { readonly text: string; readonly objects: boolean } {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const windows = new TextDecoder('windows-1258')
  let text = ''
  let toSkip = 0
  let objects = false
  for (const found of rtf.matchAll(
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[{}]|([^\\{}\r\n]+)/gi,
  )) {
    const [, word, number, hex, escaped, plain] = found
    if (word === 'u') {
      text += String.fromCharCode(Number(number) & 0xffff)
      toSkip = 1
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else text += windows.decode(Buffer.from(hex, 'hex'))
    } else if (word !== undefined) {
      if (lineWords.has(word)) text += '\n'
      else if (word === 'tab' || word === 'cell') text += '\t'
      objects ||= /^(?:object|objdata|pict|shppict)$/.test(word)
    } else if (escaped !== undefined)
      text += escaped === '~' ? ' ' : escaped === '_' ? '-' : /[\\{}]/.test(escaped) ? escaped : ''
    else if (plain !== undefined) {
      text += plain.slice(toSkip)
      toSkip = 0
    }
  }
  return { text, objects }
}
