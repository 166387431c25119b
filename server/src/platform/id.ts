import { v7 } from 'uuid'

declare const brand: unique symbol

/** A UUIDv7 that belongs to one kind of thing, so that a unit's id cannot pass for a work's. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

/** A fresh UUIDv7: sorted by time of making, and unique across installations that may merge one day (design 3). */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether `text` has the form of an id; it says nothing of whether the thing exists. */
export function isId(text: string): boolean {
  return uuidPattern.test(text)
}
