/** What a body called its paper: a committee also decides by notice, conclusion or resolution. */
export const paperKinds = ['decision', 'notice', 'conclusion', 'resolution', 'paper'] as const
export type PaperKind = (typeof paperKinds)[number]

// The type stands between hyphen and slash, in the Party's order or the State's: 127-QĐ/TW, 12/QĐ-UBND (spec/document-format.md, 4 and 8).
const kinds: Readonly<Record<string, PaperKind>> = {
  QĐ: 'decision',
  TB: 'notice',
  KL: 'conclusion',
  NQ: 'resolution',
}

/** The kind that a number and symbol names; `paper` where it names none of those by which bodies decide. */
export function paperKind(number: string): PaperKind {
  const symbol = /^\s*\d+\s*[-/]\s*(\p{Lu}+)\s*[-/]/u.exec(number.normalize('NFC'))?.[1]
  return (symbol === undefined ? undefined : kinds[symbol]) ?? 'paper'
}
