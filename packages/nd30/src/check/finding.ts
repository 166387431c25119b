import type { ProfileName } from '../model/document.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { Severity } from '../rules/severity.ts'

export type { Severity } from '../rules/severity.ts'

/** One deviation of a file from its profile. Everything in it is JSON. */
export interface Finding {
  readonly rule: RuleId
  /** `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục 3` */
  readonly article: string
  readonly severity: Severity
  /** The first of its places. */
  readonly place: Place
  /** All places where the same fault is found, from the first on; no more than `checkLimits.places`. */
  readonly places: readonly Place[]
  /** In how many places it is found. */
  readonly count: number
  /** What stands there, in words or figures with their unit: `12 pt`, `Số : 5/QĐ-UBND`. */
  readonly found: string
  readonly expected: string
  readonly vi: string
  readonly en: string
  /** True where `repair` mends it without asking anybody. */
  readonly repairable: boolean
}

export interface Place {
  /** `word/document.xml`, `word/header1.xml` */
  readonly part: string
  /** How manieth section (1, 2 …), for what is said of a page. */
  readonly section?: number
  /** How manieth paragraph of the part in the order of its XML, those of tables and shapes included: 1, 2 … */
  readonly paragraph?: number
  /** How manieth run of that paragraph: 1, 2 … */
  readonly run?: number
  /** The beginning of what is written there, at most 60 letters. */
  readonly excerpt?: string
}

export interface CheckReport {
  readonly profile: ProfileName
  /** The text of the profile that was in force: `nd30`, `hd36`, `hd05`. */
  readonly form: string
  /** YYYY-MM-DD: the day by whose rules it was judged. */
  readonly at: string
  /** The kind that was recognised, or null. */
  readonly kind: string | null
  /** True where no finding is a `must`. */
  readonly follows: boolean
  readonly counts: Readonly<Record<Severity, number>>
  /** By place, from the first page on. Never more than `checkLimits.findings`; `cut` says how many more there were. */
  readonly findings: readonly Finding[]
  readonly cut: number
}
