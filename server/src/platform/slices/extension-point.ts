/**
 * A place at which a slice takes parts from slices that it does not know, such as the panels of a unit's page. It stands
 * next to the type of its parts, in the lowest folder that both sides may import. Points are told apart by identity.
 */
export interface ExtensionPoint<Part> {
  /** Ties an offer to the type of its point; it holds no value. */
  readonly part?: (part: Part) => Part
}

/** A part for an extension point. */
export interface Offer {
  readonly point: object
  readonly part: unknown
}

export function extensionPoint<Part>(): ExtensionPoint<Part> {
  return {}
}

/** Offers parts for a point; the compiler checks them against its type. */
export function offer<Part>(
  point: ExtensionPoint<Part>,
  ...parts: readonly NoInfer<Part>[]
): readonly Offer[] {
  return parts.map((part) => ({ point, part }))
}

/** What all slices offer. */
export class Offers {
  readonly #offers: readonly Offer[]

  constructor(offers: readonly Offer[]) {
    this.#offers = offers
  }

  /** The parts for a point, in the order of the slices. */
  at<Part>(point: ExtensionPoint<Part>): readonly Part[] {
    return this.#offers.filter((one) => one.point === point).map(({ part }) => part as Part)
  }
}
