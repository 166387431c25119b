/** Without one of `marks` at its end. No pattern: texts of files may hold any number of spaces. */
export function withoutEndMark(text: string, marks: string): string {
  const trimmed = text.trimEnd()
  const last = trimmed.at(-1)
  return last !== undefined && marks.includes(last) ? trimmed.slice(0, -1).trimEnd() : trimmed
}
