/** A stream of choices that is the same at every start: what is invented is invented once. */
export interface Choices {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** Whether something happens that happens `percent` times in a hundred. */
  chance(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffled<Item>(items: readonly Item[]): Item[]
}

/** Choices that follow from the seed alone (mulberry32). Never for anything that must not be guessed. */
export function choicesFrom(seed: number): Choices {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    whole,
    chance: (percent) => next() * 100 < percent,
    pick(items) {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    shuffled(items) {
      const mixed = [...items]
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = whole(0, at)
        const [a, b] = [mixed[at], mixed[other]]
        // Both positions are within the list.
        if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a]
      }
      return mixed
    },
  }
}
