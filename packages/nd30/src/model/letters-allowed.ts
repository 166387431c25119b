/**
 * No control characters, nothing that is invisible or turns the direction of reading (what is signed must be what is
 * read), no halves of surrogate pairs. With the `u` flag; also a pattern of the JSON schema.
 */
const hidden =
  '\\u0000-\\u001F\\u007F-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF'

const notHidden = `[^${hidden}\\uD800-\\uDFFF]`

export const oneLine = new RegExp(`^${notHidden}*$`, 'u')
export const severalLines = new RegExp(`^(?:${notHidden}|\\n)*$`, 'u')
