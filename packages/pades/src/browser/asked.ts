import type { SignatureChecks, SignatureQuestion } from './signature-checks.ts'

let checks: SignatureChecks | null = null

/** What the code that runs now asks about signatures goes to these checks. */
export function askThese(these: SignatureChecks | null): void {
  checks = these
}

/** The answer of the checks at work, of which only one is at work at a time. */
export function isRight(question: SignatureQuestion): boolean {
  if (checks === null) throw new Error('a signature is checked outside of `verify`')
  return checks.isRight(question)
}
