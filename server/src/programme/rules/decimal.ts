/**
 * Exact decimal numbers, kept as canonical text and reckoned with as whole numbers.
 *
 * Targets, reports and recognitions hold hectares, billions and percent that must add up and compare exactly, so
 * they never become floating point. Text is what PostgreSQL's `numeric` gives and what JSON and forms carry.
 */

declare const brand: unique symbol

/** A decimal in canonical text: `-12.5`, `0`, `1000`; no exponent, no needless zeros, so that equal means `===`. */
export type Decimal = string & { readonly [brand]: 'Decimal' }

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/
/** A bound on what a form may send: 15 digits before the point, 6 after it, as the column has them. */
const MAX_WHOLE_DIGITS = 15
const MAX_FRACTION_DIGITS = 6

/** Reads machine text with a decimal point, such as PostgreSQL's `numeric`; null for anything else or too long. */
export function parseDecimal(text: string): Decimal | null {
  const parts = FORM.exec(text)
  if (parts === null) return null
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '')
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  if (whole.length > MAX_WHOLE_DIGITS || fraction.length > MAX_FRACTION_DIGITS) return null
  const size = fraction === '' ? whole : `${whole}.${fraction}`
  return (size === '0' ? '0' : `${parts[1]}${size}`) as Decimal
}

/**
 * Reads a number that must be valid: from the database, or a literal in the code.
 *
 * @throws RangeError where it is none, or a number that floating point cannot hold exactly as written
 */
export function decimal(value: string | number | bigint): Decimal {
  const parsed = parseDecimal(String(value))
  if (parsed === null) throw new RangeError(`Not a decimal number: ${JSON.stringify(String(value))}`)
  return parsed
}

/**
 * Reads what a person types in the Vietnamese way: `1.234,5`, `1 234,5`, `98,9`, `-3`. Null where it is no number,
 * or could be meant in two ways: `14.2` is refused, because a point parts thousands here and the guess would be wrong
 * by a factor of ten for somebody.
 */
export function parseTypedDecimal(text: string): Decimal | null {
  const typed = text.trim().replace(/[\u00a0\u202f]/g, ' ')
  const plain = /^-?\d+(,\d+)?$/
  const grouped = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(,\d+)?$/
  if (!plain.test(typed) && !grouped.test(typed)) return null
  return parseDecimal(typed.replace(/[. ]/g, '').replace(',', '.'))
}

/** `value` times ten to the power of `scale`, as a whole number. */
function scaled(value: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0'))
}

function scaleOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0
}

/** The numbers as whole numbers of one common scale: their ratios and order are those of the numbers. */
export function toCommonScale(...values: readonly Decimal[]): readonly bigint[] {
  const scale = Math.max(0, ...values.map(scaleOf))
  return values.map((value) => scaled(value, scale))
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x = 0n, y = 0n] = toCommonScale(a, b)
  if (x === y) return 0
  return x < y ? -1 : 1
}

/** The exact sum; `0` of nothing. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const scale = Math.max(0, ...values.map(scaleOf))
  const sum = values.reduce((total, value) => total + scaled(value, scale), 0n)
  return fromScaled(sum, scale)
}

function fromScaled(value: bigint, scale: number): Decimal {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return decimal(value < 0n ? `-${text}` : text)
}

/** What is counted: both are whole numbers that are not negative. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/**
 * The share in percent to one decimal place, rounded half up; null where there is nothing to divide by.
 *
 * It says 100 only where nothing is missing and 0 only where nothing is there: 9.996 of 10.000 is `99.9`, because a
 * rounded 100 % would claim what was not done.
 */
export function percentOf({ numerator, denominator }: Share): Decimal | null {
  if (denominator === 0) return null
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  const rounded = (2000n * n + d) / (2n * d)
  if (n < d && rounded >= 1000n) return fromScaled(999n, 1)
  if (n > 0n && rounded === 0n) return fromScaled(1n, 1)
  return fromScaled(rounded, 1)
}

/** Compares the exact share, not the rounded one, with a value in percent. The denominator must not be 0. */
export function compareShare({ numerator, denominator }: Share, percent: Decimal): number {
  const [goal = 0n, hundred = 1n] = toCommonScale(percent, decimal(100))
  const difference = BigInt(numerator) * hundred - goal * BigInt(denominator)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}
