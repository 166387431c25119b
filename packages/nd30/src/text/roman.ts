const romanDigits = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** 4 as IV. For 1 to 3999, and further by more Ms, as Word goes on to 32767. */
export function toRoman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 32_767) throw new RangeError(`${number} as Roman`)
  let rest = number
  let written = ''
  for (const [digits, value] of romanDigits)
    while (rest >= value) {
      written += digits
      rest -= value
    }
  return written
}

/** IV as 4; null for what is not written as a Roman number is. */
export function fromRoman(written: string): number | null {
  if (!/^[MDCLXVI]{1,15}$/.test(written)) return null
  let rest = written
  let number = 0
  for (const [digits, value] of romanDigits)
    while (rest.startsWith(digits)) {
      rest = rest.slice(digits.length)
      number += value
    }
  return number > 0 && number < 4000 && toRoman(number) === written ? number : null
}
