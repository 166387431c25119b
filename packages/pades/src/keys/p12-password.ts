/** A password as the algorithms of PKCS #12 take it; producers differ in how they make bytes of letters. */
export interface PasswordForm {
  /** For PBES2 and PBMAC1: UTF-8. */
  readonly utf8: Uint8Array
  /** For the key derivation of PKCS #12 itself (RFC 7292, B.1): BMPString with two octets of zero at the end. */
  readonly bmp: Uint8Array
}

/**
 * The forms to try, the likeliest first. Besides what the standard says there are files whose producer took each
 * octet of UTF-8 for a letter (OpenSSL before 1.1), and passwords that were typed with marks as letters of their own
 * (Vietnamese keyboards of Windows and macOS) where ours came composed, or the other way round.
 */
export function passwordForms(password: string): readonly PasswordForm[] {
  const texts = [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])]
  const forms = texts.map((text) => ({ utf8: Buffer.from(text, 'utf8'), bmp: bmpOf(text) }))
  if (password === '') return [...forms, { utf8: Buffer.alloc(0), bmp: Buffer.alloc(0) }]
  const widened = forms
    .filter(({ utf8 }) => utf8.some((octet) => octet > 0x7f))
    .map(({ utf8 }) => ({ utf8, bmp: bmpOf(utf8.toString('latin1')) }))
  return [...forms, ...widened]
}

function bmpOf(text: string): Uint8Array {
  return Buffer.from(`${text}\0`, 'utf16le').swap16()
}
