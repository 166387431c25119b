import type { FileKind } from './judgement.ts'

const starts = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, hex.length / 2)).toString('hex') === hex

const pictures = [
  '89504e470d0a1a0a',
  'ffd8ff',
  '474946383961',
  '474946383761',
  '424d',
  '49492a00',
  '4d4d002a',
  'd7cdc69a',
  '01000900',
  '0000000c6a502020',
]
const programs = [
  '7f454c46',
  'cafebabe',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  '4c00000001140200',
  '0061736d',
  '2321',
]
const archives = [
  '1f8b',
  '377abcaf271c',
  '526172211a07',
  '425a68',
  'fd377a585a00',
  '4d534346',
  '213c617263683e',
]
const fonts = ['00010000', '4f54544f', '74746366', '774f4646', '774f4632']

/** The type of a file by its first bytes and required structure; zips are distinguished by their parts. */
export function kindOf(bytes: Uint8Array): Exclude<FileKind, 'docx' | 'xlsx' | 'office' | 'open_document'> {
  const is = (signatures: readonly string[]) => signatures.some((one) => starts(bytes, one))
  if (isProgram(bytes)) return 'program'
  if (head(bytes, 1024).includes('%PDF-')) return 'pdf'
  if (is(['504b0304', '504b0506', '504b3030'])) return 'archive'
  if (is(['d0cf11e0a1b11ae1'])) return 'compound'
  if (is(['7b5c7274'])) return 'rtf'
  if (is(pictures) || isEnhancedMetafile(bytes) || isWebp(bytes)) return 'picture'
  if (is(archives)) return 'archive'
  if (is(fonts)) return 'font'
  return kindOfText(bytes)
}

/**
 * By their first bytes, and for DOS and Windows by the header that those point to: the two magic bytes alone mean
 * nothing.
 */
export function isProgram(bytes: Uint8Array): boolean {
  if (programs.some((one) => starts(bytes, one))) return true
  if (!starts(bytes, '4d5a') || bytes.length < 64) return false
  const at = new DataView(bytes.buffer, bytes.byteOffset, 64).getUint32(60, true)
  return bytes[at] === 0x50 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0 && bytes[at + 3] === 0
}

const isEnhancedMetafile = (bytes: Uint8Array): boolean =>
  starts(bytes, '01000000') && Buffer.from(bytes.subarray(40, 44)).toString('latin1') === ' EMF'
const isWebp = (bytes: Uint8Array): boolean =>
  starts(bytes, '52494646') && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP'

const head = (bytes: Uint8Array, size: number): string =>
  Buffer.from(bytes.subarray(0, size)).toString('latin1')

function kindOfText(bytes: Uint8Array): 'html' | 'xml' | 'text' | 'unknown' {
  // // UTF-16 has a zero in each of these characters.
  const first = head(bytes, 2048)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (/^(?:<!doctype html|<html|<head|<body|<meta|<script)/i.test(first)) return 'html'
  if (/^<(?:\?xml|!--|!doctype|[A-Za-z_])/i.test(first)) return 'xml'
  return isText(bytes) ? 'text' : 'unknown'
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true
  if (starts(bytes, 'fffe') || starts(bytes, 'feff')) return true
  // A binary file has such a byte soon.
  for (const byte of bytes.subarray(0, 4096))
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return false
  return true
}

/** Endings of names by which a computer runs what it opens, whatever the bytes say. */
export const runsByName = (name: string): boolean =>
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|reg|cpl|dll|sh|py|rb|pl|apk|app|chm|iso|img|vhdx?|url|scf|xll|docm|dotm|xlsm|xltm|xlam|pptm|ppam)\s*$/i.test(
    name,
  )
