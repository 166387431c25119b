/** Letters of other languages that are shown like Vietnamese ones; recognised text and old converters write them. */
const lookalikes: Readonly<Record<string, string>> = {
  // Eth and African D, for Đ.
  '\u00d0': 'Đ',
  '\u0189': 'Đ',
  '\u00f0': 'đ',
  '\u0256': 'đ',
  // Horns and breves under other names.
  '\u01cd': 'Ă',
  '\u01ce': 'ă',
}

const lookalike = /[\u00d0\u0189\u00f0\u0256\u01cd\u01ce]/g

/** Vietnamese in composed Unicode (TCVN 6909:2001): one sign a letter, and each letter Vietnamese. */
export const composed = (text: string): string =>
  isAscii(text) ? text : text.normalize('NFC').replace(lookalike, (letter) => lookalikes[letter] ?? letter)

/** Whether `composed` would leave it as it is. */
export const isComposed = (text: string): boolean => composed(text) === text

const isAscii = (text: string) => !/[^\0-\u007f]/.test(text)
