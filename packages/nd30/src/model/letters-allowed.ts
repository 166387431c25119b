/**
 * No control characters, nothing that is invisible or turns the direction of reading (what is signed must be what is
 * read), no halves of surrogate pairs. With the `u` flag; also a pattern of the JSON schema.
 */
const hidden =
  '\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\uFFFE\\uFFFF'

const notHidden = `[^${hidden}\\uD800-\\uDFFF]`

/** No language has more marks on a letter; composing takes the square of their number. */
const fewMarks = '(?![\\s\\S]*\\p{M}{33})'

export const oneLine = new RegExp(`^${fewMarks}${notHidden}*$`, 'u')
export const severalLines = new RegExp(`^${fewMarks}(?:${notHidden}|\\n)*$`, 'u')

/** Whether a text can be composed in a time that grows with its length alone. */
export const isComposable = (text: string): boolean => !/\p{M}{33}/u.test(text)
