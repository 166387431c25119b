import type { Context } from '../context.ts'
import type { PublishedEvent } from '../jobs/events.ts'
import { extensionPoint } from './extension-point.ts'

/** What an event is about, as a machine reads it: where in the API, below its prefix, and what it is called there. */
export interface OutwardSubject {
  readonly kind: string
  readonly id: string
  readonly ref: string
  readonly path: string
}

/** Events that a slice lets machines outside hear. */
export interface OutwardEvents {
  readonly events: readonly string[]
  /**
   * What the event is about, for the actor of the context.
   * @returns undefined where the actor may not read it: then nothing is told, not even that it happened
   */
  about(c: Context, event: PublishedEvent): Promise<OutwardSubject | undefined>
}

/** What machines outside may hear of. */
export const outwardEvents = extensionPoint<OutwardEvents>()
