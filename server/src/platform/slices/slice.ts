import type { Config } from '../config/config.ts'
import type { Route } from '../http/route.ts'
import type { TypingKind } from '../http/typing-routes.ts'
import type { Subscriber } from '../jobs/events.ts'
import type { Upkeep } from '../jobs/jobs.ts'
import type { Measure } from '../measures/measures.ts'
import type { Catalogues } from '../words.ts'
import type { Offer, Offers } from './extension-point.ts'
import type { NavigationEntry, Worklist } from './navigation.ts'
import type { Searchable } from './search.ts'

/** The settings that decide which addresses there are and what they show. */
export type RouteSettings = Pick<Config, 'mail' | 'oidc' | 'publicUrl' | 'webhookHosts'>

/** What a slice is given when its routes and jobs are made. */
export interface Surroundings {
  readonly offers: Offers
  /** Undefined where only the list of addresses is wanted. */
  readonly settings: RouteSettings | undefined
  /** The keys of all words that the audit log needs: `act.<act>`, `recorded.<kind>`. */
  readonly recordKeys: readonly string[]
}

/** A place of the product, and what a page of help says of it: its sentences are `help.<slug>.title`, `.what` and `.1` to `.<steps>`. */
export interface HelpTopic {
  /** Its place on the page of help, and its word in the catalogue. */
  readonly slug: string
  /** The section that pages name (`PageView.section`). */
  readonly section: string
  readonly steps: number
}

/**
 * Everything that a slice brings to the product. The application loops over the list of slices, so that a new one is one
 * object and one line there.
 */
export interface Slice {
  readonly messages: readonly Catalogues[]
  /** What the record calls its acts and the things they are done to: `act.<act>`, `recorded.<kind>`. */
  readonly acts?: Catalogues
  /** Parameters of refusals that are code words: `state` is said as the word of `state.<value>` (`platform/spoken-params.ts`). */
  readonly codeWords?: readonly string[]
  routes?(around: Surroundings): readonly Route[]
  readonly navigation?: readonly NavigationEntry[]
  readonly help?: readonly HelpTopic[]
  worklist?(around: Surroundings): Worklist
  readonly search?: Searchable
  readonly measures?: readonly Measure[]
  subscribers?(around: Surroundings): readonly Subscriber[]
  readonly upkeep?: readonly Upkeep[]
  readonly typing?: readonly TypingKind[]
  readonly offers?: readonly Offer[]
}
