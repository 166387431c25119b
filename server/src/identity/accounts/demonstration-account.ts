/** An account of the demonstration, whose password everybody may know. */
export interface DemonstrationAccount {
  readonly username: string
  readonly password: string
  /** Who it is and what they may do. */
  readonly label_vi: string
  readonly label_en: string
}
