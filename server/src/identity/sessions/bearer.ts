/** Whose request it is, before it is known in which post. */
export interface Bearer {
  readonly accountId: string
  readonly username: string
  readonly personId: string
  readonly personName: string
  /** The post that was chosen; it counts only while it is held. */
  readonly holdingId: string | null
  /** In whose stead they chose to act; it counts only while it lasts. */
  readonly standInId?: string | null
  /** What they chose to read by emergency access; the same. */
  readonly emergencyId?: string | null
  readonly sessionId: string | null
  readonly scopes: readonly string[] | null
}
