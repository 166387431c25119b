import type { Refusal } from '../platform/refusal.ts'

/**
 * Waits for a statement; where the database says that a constraint would be broken, throws the refusal that says so to
 * people. Asking first would leave a gap for two writers at once.
 */
export async function unlessBroken<Result>(
  statement: Promise<Result>,
  refusals: Readonly<Record<string, () => Refusal>>,
): Promise<Result> {
  try {
    return await statement
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    throw refusals[constraint]?.() ?? error
  }
}
