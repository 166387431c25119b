/** Whether its letters are all capitals, and it has any: `QUYẾT ĐỊNH`, `05/QĐ-UBND`, never `QyĐ`. */
export const isCapital = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** Whether its first letter is a capital. */
export const beginsCapital = (text: string): boolean => /^\P{L}*\p{Lu}/u.test(text)
