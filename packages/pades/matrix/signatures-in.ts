/** What a signature of a file covers and says, found by looking for `/ByteRange` alone: not by the reader under test. */
export interface RawSignature {
  readonly message: Uint8Array
  readonly covered: Uint8Array
  /** What is left out between, with the brackets of `/Contents`. */
  readonly gap: { readonly start: number; readonly end: number }
  readonly rangeAt: number
  readonly isToken: boolean
  readonly isCades: boolean
}

/** 1.2.840.113549.1.9.16.1.4, what is in a time-stamp token. */
const tokenInfo = Buffer.from('060b2a864886f70d0109100104', 'hex')

export function signaturesIn(pdf: Uint8Array): readonly RawSignature[] {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  return [...text.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/g)].map((match) => {
    const [start = 0, from = 0, length = 0] = match.slice(1).map(Number)
    const message = Buffer.from(text.slice(start + 1, from - 1), 'hex')
    // The dictionary is one object, with `/Contents` before or after this.
    const dictionary = text.slice(text.lastIndexOf(' obj', match.index), text.indexOf('endobj', from))
    return {
      message,
      covered: Buffer.concat([file.subarray(0, start), file.subarray(from, from + length)]),
      gap: { start, end: from },
      rangeAt: match.index,
      isToken: message.subarray(0, 100).includes(tokenInfo),
      isCades: dictionary.includes('ETSI.CAdES.detached'),
    }
  })
}
