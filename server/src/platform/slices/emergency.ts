import type { Context } from '../context.ts'
import { extensionPoint } from './extension-point.ts'

/** A thing that can be named in a request for emergency access, as the slice that owns it finds it. */
export interface EmergencyThing {
  readonly kind: string
  readonly id: string
  /** How people call it: the code of a work. */
  readonly label: string
  /** The unit whose thing it is. */
  readonly unitId: string
}

/** Upper slices say what can be named; the lower one, which opens it, knows none of it. */
export interface EmergencyKind {
  readonly kind: string
  /** Finds the thing by what a person types, whether or not they may read it; null if there is none. */
  find(c: Context, words: string): Promise<EmergencyThing | null>
  /** Where the thing of that label is read. */
  hrefOf(label: string): string
  /** The persons to tell of each opening: whose thing it is. */
  ownersOf(c: Context, id: string): Promise<readonly string[]>
}

/** What can be named in a request for emergency access. */
export const emergencyKinds = extensionPoint<EmergencyKind>()
