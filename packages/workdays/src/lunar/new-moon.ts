import { sin } from './angles.ts'
import { deltaTSeconds } from './delta-t.ts'

/** Days from one new moon to the next on average. */
export const monthDays = 29.530588861
/** The Julian day of 1970-01-01T00:00Z. */
const julianEpoch = 2_440_587.5
const meanNewMoon2000 = 2_451_550.09766

/** Days of time, factor of the sun's eccentricity, multiples of M, M' and F. */
const moonTerms = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
] as const

/** Days of time, angle in 2000 and its change by lunation, in degrees: what the planets do. */
const planetTerms = [
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
] as const

/**
 * The Julian ephemeris day of the new moon `k` lunations after that of 6 January 2000.
 *
 * @see J. Meeus, Astronomical Algorithms, second edition, chapter 49
 */
export function newMoonJulian(k: number): number {
  const t = k / 1236.85
  const [t2, t3, t4] = [t ** 2, t ** 3, t ** 4]
  const e = 1 - 0.002516 * t - 0.0000074 * t2
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t2 - 0.00000011 * t3
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3
  let day = meanNewMoon2000 + monthDays * k + 0.00015437 * t2 - 0.00000015 * t3 + 0.00000000073 * t4
  for (const [days, power, ofSun, ofMoon, ofLatitude] of moonTerms)
    day += days * e ** power * sin(ofSun * sun + ofMoon * moon + ofLatitude * latitude)
  day += -0.00017 * sin(node) + 0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t2)
  for (const [days, angle, change] of planetTerms) day += days * sin(angle + change * k)
  return day
}

/** Milliseconds since 1970 in UTC of that new moon. */
export function newMoonAt(k: number): number {
  const year = 2000 + k / 12.3685
  return (newMoonJulian(k) - julianEpoch) * 86_400_000 - deltaTSeconds(year) * 1000
}

/** The lunation nearest to a number of days since 1970; the new moon itself may lie a day before or after. */
export function lunationNear(day: number): number {
  return Math.round((day + julianEpoch - meanNewMoon2000) / monthDays)
}
