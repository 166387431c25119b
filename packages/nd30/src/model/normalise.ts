import { modelBounds } from './bounds.ts'
import { isComposable } from './letters-allowed.ts'
import { tooLarge } from './too-large.ts'

/**
 * A copy in which every string is composed Unicode (NFC) and, spans aside, has no blanks at its ends. What is undefined
 * is left out. Images are not touched.
 *
 * @throws Nd30Error `model_too_large`
 */
export function normalised(json: unknown): unknown {
  const left = { values: modelBounds.values, letters: modelBounds.letters, images: modelBounds.imagesBytes }
  return copied(json, '', 0, left)
}

interface Left {
  values: number
  letters: number
  images: number
}

function copied(value: unknown, key: string, depth: number, left: Left): unknown {
  left.values -= 1
  if (left.values < 0) throw tooLarge('values')
  if (depth > modelBounds.depth) throw tooLarge('depth')
  if (typeof value === 'string') return copiedText(value, key, left)
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item, '', depth + 1, left))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, copied(member, name, depth + 1, left)]),
  )
}

function copiedText(value: string, key: string, left: Left): string {
  if (key === 'image') {
    // Four letters of base64 are three bytes.
    left.images -= Math.floor((value.length * 3) / 4)
    if (left.images < 0) throw tooLarge('imagesBytes')
    return value
  }
  left.letters -= value.length
  if (left.letters < 0) throw tooLarge('letters')
  if (hasLongWord(value)) throw tooLarge('wordLetters')
  // What is not composed here is refused by the schema.
  const composed = isComposable(value) ? value.normalize('NFC') : value
  // A span may begin or end with a blank; `tidied` sees to texts.
  if (key === 'text') return composed
  return composed.includes('\n')
    ? composed.split('\n').map(trimmed).filter(Boolean).join('\n')
    : trimmed(composed)
}

function hasLongWord(value: string): boolean {
  if (value.length <= modelBounds.wordLetters) return false
  return value.split(/\s/u).some((word) => word.length > modelBounds.wordLetters)
}

const trimmed = (words: string) => words.trim()
