/**
 * How every command ends: `done` when it did what was asked and found nothing wrong; `refused` when it could read
 * everything and the answer is no (findings, a signature that is not valid, a rule that forbids signing); `failed` when
 * it was called wrongly, or something it was given could not be read, used or written.
 */
export const exitCodes = { done: 0, refused: 1, failed: 2 } as const
