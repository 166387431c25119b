/** A command was called wrongly; the message shows how it is called. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
