/**
 * A place at which a slice takes parts from slices that it does not know: the panels of a unit's page, say. It stands
 * beside the type of its parts, in the lowest folder that both sides may import.
 */
export interface ExtensionPoint<Part> {
  readonly name: string
  /** Ties an offer to the type of its point; it holds no value. */
  readonly part?: (part: Part) => Part
}

/** A part for an extension point. */
export interface Offer {
  readonly point: string
  readonly part: unknown
}

export function extensionPoint<Part>(name: string): ExtensionPoint<Part> {
  return { name }
}

/** Offers parts for a point; the compiler holds them to its type. */
export function offer<Part>(
  point: ExtensionPoint<Part>,
  ...parts: readonly NoInfer<Part>[]
): readonly Offer[] {
  return parts.map((part) => ({ point: point.name, part }))
}

/** What all slices offer. */
export class Offers {
  readonly #offers: readonly Offer[]

  constructor(offers: readonly Offer[]) {
    this.#offers = offers
  }

  /** The parts for a point, in the order of the slices. */
  at<Part>(point: ExtensionPoint<Part>): readonly Part[] {
    return this.#offers.filter((one) => one.point === point.name).map(({ part }) => part as Part)
  }
}
