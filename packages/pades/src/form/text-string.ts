import { PdfString } from '../pdf/objects.ts'

/** ISO 32000-2, annex D.3: where PDFDocEncoding differs from Latin-1; the rest of 0x18 to 0x9f stands for nothing. */
const documentEncoding = new Map<number, number>([
  ...[0x2d8, 0x2c7, 0x2c6, 0x2d9, 0x2dd, 0x2db, 0x2da, 0x2dc].map((code, i) => [0x18 + i, code] as const),
  ...[
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192, 0x2044, 0x2039, 0x203a, 0x2212, 0x2030, 0x201e,
    0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01, 0xfb02, 0x141, 0x152, 0x160, 0x178, 0x17d, 0x131,
    0x142, 0x153, 0x161, 0x17e,
  ].map((code, i) => [0x80 + i, code] as const),
  [0xa0, 0x20ac],
])

/** The words of a text string (7.9.2.2): UTF-16BE, UTF-8 or PDFDocEncoding, told by its first bytes. */
export function decodeText({ bytes }: PdfString): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutLanguage(utf16(bytes.subarray(2)))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return withoutLanguage(new TextDecoder('utf-8').decode(bytes.subarray(3)))
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(documentEncoding.get(byte) ?? byte)
  return text
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder('utf-16be').decode(bytes)
}

/** 7.9.2.2.2: an escape character on both sides of a language's name; it says nothing that is shown. */
function withoutLanguage(text: string): string {
  return text
    .split('\u001b')
    .filter((part, index) => index % 2 === 0 || !/^[A-Za-z-]{2,12}$/.test(part))
    .join('')
}

const ascii = /^[\x20-\x7e]*$/

/** A text string as we write it: plain where it is ASCII, else UTF-16BE, which every reader knows. */
export function encodeText(text: string): PdfString {
  const whole = text.normalize('NFC')
  if (ascii.test(whole)) return new PdfString(Buffer.from(whole, 'latin1'))
  return new PdfString(Buffer.from(`\ufeff${whole}`, 'utf16le').swap16())
}
