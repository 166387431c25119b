import { toRoman } from '../../text/roman.ts'

/**
 * A number as Word shows it (ECMA-376 part 1, 17.18.59). Letters are those of the Latin alphabet in every language: after
 * d comes e, never đ, and after z comes aa.
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'decimalZero':
      return value < 10 && value >= 0 ? `0${value}` : String(value)
    case 'ordinal':
      return String(value)
    case 'vietnameseCounting':
      return vietnamese(value)
    case 'numberInDash':
      return `- ${value} -`
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    default:
      return String(value)
  }
}

// Word counts in Roman numbers up to this.
const roman = (value: number): string => (value < 1 || value > 32_767 ? String(value) : toRoman(value))

function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

function vietnamese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const unit = value % 10
  if (tens === 0) return units[unit] ?? ''
  const last = unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : (units[unit] ?? '')
  return `${tens === 1 ? 'mười' : `${units[tens]} mươi`} ${last}`.trim()
}
