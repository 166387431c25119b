/**
 * How often a property is tried: as often as it takes to find a planted fault, and in `npm run test:long`, which takes in
 * all properties of the server, as often as there is time for.
 */
export const runs = (often: number, { long }: { readonly long: number }): number =>
  process.env.LONG_TESTS === '1' ? long : often
