import type { Run } from '../../read/read-document.ts'
import { composed } from '../../text/compose.ts'
import { type Legacy, looksLikeLegacy, toUnicode } from '../../text/legacy/legacy.ts'
import { legacyOfRuns } from '../../text/legacy/legacy-of-run.ts'

interface PartOfRun {
  readonly run: Run
  readonly text: string
}

/**
 * The letters that typefaces show: those of the legacy encodings (TCVN3, VNI) as Unicode. Runs of one encoding are read
 * together, for a letter and its marks may stand in two.
 */
export function meantText(parts: readonly PartOfRun[]): string {
  let meant = ''
  let open = ''
  let encoded = null as Legacy | null
  const encodings = legacyOfRuns(parts.map(({ run }) => run))
  const close = () => {
    meant += encoded ? toUnicode(open, encoded) : open
    open = ''
  }
  for (const [at, { text }] of parts.entries()) {
    const legacy = encodings[at] ?? null
    if (legacy?.encoding !== encoded?.encoding || legacy?.capital !== encoded?.capital) {
      close()
      encoded = legacy
    }
    open += text
  }
  close()
  return composed(meant)
}

/** Letters of an old encoding that stand in a typeface of Unicode, as they were meant. */
export function meantAnyhow(text: string): string {
  const legacy = looksLikeLegacy(text)
  return legacy ? composed(toUnicode(text, legacy)) : text
}
