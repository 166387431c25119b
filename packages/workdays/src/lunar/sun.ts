import { cos, sin, turn } from './angles.ts'
import { deltaTSeconds } from './delta-t.ts'

/**
 * The earth's longitude by VSOP87 (P. Bretagnon, G. Francou 1988), cut to terms that add up to about a second of arc:
 * amplitude in 1e-8 radians, phase, change in radians per thousand years.
 */
const series = [
  [
    [175347046, 0, 0],
    [3341656, 4.6692568, 6283.07585],
    [34894, 4.6261, 12566.1517],
    [3497, 2.7441, 5753.3849],
    [3418, 2.8289, 3.5231],
    [3136, 3.6277, 77713.7715],
    [2676, 4.4181, 7860.4194],
    [2343, 6.1352, 3930.2097],
    [1324, 0.7425, 11506.7698],
    [1273, 2.0371, 529.691],
    [1199, 1.1096, 1577.3435],
    [990, 5.233, 5884.927],
    [902, 2.045, 26.298],
    [857, 3.508, 398.149],
    [780, 1.179, 5223.694],
    [753, 2.533, 5507.553],
    [505, 4.583, 18849.228],
    [492, 4.205, 775.523],
    [357, 2.92, 0.067],
    [317, 5.849, 11790.629],
    [284, 1.899, 796.298],
    [271, 0.315, 10977.079],
    [243, 0.345, 5486.778],
    [206, 4.806, 2544.314],
    [205, 1.869, 5573.143],
    [202, 2.458, 6069.777],
    [156, 0.833, 213.299],
    [132, 3.411, 2942.463],
    [126, 1.083, 20.775],
  ],
  [
    [628331966747, 0, 0],
    [206059, 2.678235, 6283.07585],
    [4303, 2.6351, 12566.1517],
    [425, 1.59, 3.523],
    [119, 5.796, 26.298],
    [109, 2.966, 1577.344],
  ],
  [
    [52919, 0, 0],
    [8720, 1.0721, 6283.0758],
    [309, 0.867, 12566.152],
  ],
  [[289, 5.844, 6283.076]],
] as const

/**
 * The sun's apparent longitude at an instant, 0 to 360 degrees: 0 at the spring equinox, 270 at the winter solstice.
 *
 * @param ms milliseconds since 1970 in UTC
 * @see J. Meeus, Astronomical Algorithms, second edition, chapters 22, 25 and 32
 */
export function sunLongitude(ms: number): number {
  const julianCenturies = (ms / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525
  const t = julianCenturies + deltaTSeconds(2000 + julianCenturies * 100) / 86_400 / 36_525
  const toFk5 = -0.09033 / 3600
  return turn(earthLongitude(t / 10) + 180 + toFk5 + nutation(t) + aberration(t))
}

function earthLongitude(tau: number): number {
  let sum = 0
  for (const [power, terms] of series.entries()) {
    let part = 0
    for (const [size, phase, change] of terms) part += size * Math.cos(phase + change * tau)
    sum += part * tau ** power
  }
  return ((sum / 1e8) * 180) / Math.PI
}

/** Degrees by which the earth's axis nods, in longitude. */
function nutation(t: number): number {
  const node = 125.04452 - 1934.136261 * t
  const sun = 280.4665 + 36000.7698 * t
  const moon = 218.3165 + 481267.8813 * t
  return (-17.2 * sin(node) - 1.32 * sin(2 * sun) - 0.23 * sin(2 * moon) + 0.21 * sin(2 * node)) / 3600
}

/** Degrees by which the sun seems to stand back, because its light takes time. */
function aberration(t: number): number {
  const anomaly = 357.52911 + 35999.05029 * t
  const distance = 1.00014 - 0.01671 * cos(anomaly) - 0.00014 * cos(2 * anomaly)
  return -20.4898 / 3600 / distance
}
