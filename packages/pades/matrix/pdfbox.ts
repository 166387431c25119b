import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findJudge } from '../../../scripts/judges.mjs'
import type { Desk } from './desk.ts'

const jars = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (name) => `/usr/share/java/${name}.jar`,
)
const source = join(import.meta.dirname, 'java/PdfBoxJudge.java')

/** What is missing of PDFBox, BouncyCastle (Debian's libpdfbox2-java, libbcpkix-java) and a JDK; null where all is there. */
export function missingOfPdfBox(): string | null {
  for (const program of ['java', 'javac']) if (findJudge(program) === undefined) return program
  return jars.find((jar) => !existsSync(jar)) ?? null
}

/** Runs our small program around PDFBox; it is compiled once for a desk. */
export function pdfBox(desk: Desk, args: readonly string[]): string {
  const classes = desk.path('java')
  if (!existsSync(classes)) desk.must('javac', ['-nowarn', '-cp', jars.join(':'), '-d', classes, source])
  // Short runs: the second compiler would only cost time.
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', [...jars, classes].join(':')]
  return desk.must('java', [...options, 'PdfBoxJudge', ...args])
}
