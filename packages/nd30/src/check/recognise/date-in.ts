const long = /ngày\D{0,12}(\d{1,2})\D{0,6}tháng\D{0,12}(\d{1,2})\D{0,6}năm\D{0,6}(\d{4})/iu
const short = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/u

/** The day that a place-and-date line says, YYYY-MM-DD; null where it is none of the calendar or a draft. */
export function dateIn(text: string): string | null {
  const found = long.exec(text) ?? short.exec(text)
  if (!found) return null
  const [day, month, year] = found.slice(1).map(Number)
  if (!day || !month || !year || month > 12 || year < 1000) return null
  const longest = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > longest) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
