const letters = 'abcdeghiklmnopqrstuvxyfjwz'

/**
 * Every word that one slip of the finger makes of this one: a letter missing, one too many, another one, or two exchanged.
 * Some 50 times its letters; which of them are words, the table of words knows.
 */
export function slipsOf(word: string): readonly string[] {
  const found = new Set<string>()
  for (let place = 0; place <= word.length; place++) {
    const head = word.slice(0, place)
    const tail = word.slice(place)
    for (const letter of letters) {
      found.add(head + letter + tail)
      if (tail !== '') found.add(head + letter + tail.slice(1))
    }
    if (tail !== '') found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`)
  }
  found.delete(word)
  return [...found].filter((one) => one.length > 1)
}

/** From this length on a word is also found by a slip; shorter ones would mean almost anything. */
export const shortestWithSlip = 3
