/**
 * Seconds by which the even time of astronomy runs ahead of the clock, for the years 1900 to 2150.
 *
 * @see F. Espenak, J. Meeus, Five Millennium Canon of Solar Eclipses, NASA/TP-2006-214141: polynomial expressions
 */
export function deltaTSeconds(year: number): number {
  for (const { until, from, terms } of pieces)
    if (year < until) return terms.reduceRight((sum, term) => sum * (year - from) + term, 0)
  const u = (year - 1820) / 100
  return -20 + 32 * u * u - 0.5628 * (2150 - year)
}

const pieces = [
  { until: 1920, from: 1900, terms: [-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197] },
  { until: 1941, from: 1920, terms: [21.2, 0.84493, -0.0761, 0.0020936] },
  { until: 1961, from: 1950, terms: [29.07, 0.407, -1 / 233, 1 / 2547] },
  { until: 1986, from: 1975, terms: [45.45, 1.067, -1 / 260, -1 / 718] },
  { until: 2005, from: 2000, terms: [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599] },
  { until: 2050, from: 2000, terms: [62.92, 0.32217, 0.005589] },
] as const
