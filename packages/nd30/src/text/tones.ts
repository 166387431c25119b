const tone = /[\u0300\u0301\u0303\u0309\u0323]/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A text without where its tones stand: `HÒA` and `HOÀ`, `ủy` and `uỷ` give the same, `hóa` and `hoà` do not. Only for
 * comparing; capitals, spaces and everything else stay.
 */
export function spellingKey(text: string): string {
  const parts = text.normalize('NFD')
  if (!tone.test(parts)) return parts.normalize('NFC')
  // The tone goes to the end of its word, so that only which it is counts.
  return parts
    .replace(/[\p{L}\p{M}]+/gu, (word) => {
      const borne = word.match(tones)
      return borne ? word.replace(tones, '') + borne.join('') : word
    })
    .normalize('NFC')
}

/** Whether two texts are the same words, wherever their tones stand (both ways are met in the decree's own text). */
export const sameSpelling = (a: string, b: string): boolean => a === b || spellingKey(a) === spellingKey(b)

/** A text without tones: `hòa` → `hoa`, `Việt` → `Viêt`. */
export const withoutTones = (text: string): string =>
  text.normalize('NFD').replace(tones, '').normalize('NFC')

/** Without any mark at all, đ as d: for finding words that were typed without them. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
