const radians = Math.PI / 180

/** Sine and cosine of degrees. */
export const sin = (degrees: number) => Math.sin(degrees * radians)
export const cos = (degrees: number) => Math.cos(degrees * radians)

/** An angle between 0 and 360 degrees. */
export const turn = (degrees: number) => ((degrees % 360) + 360) % 360
