import { Shared } from './sprite.tsx'

const rim = 'M28.8 19.1A11.2 11.2 0 1 1 20.9 11.2'
const sun =
  'M18 15.4L19.1 19.3L30.6 9.4L20.7 20.9L24.6 22L20.7 23.1L22.7 26.7L19.1 24.7L18 28.6L16.9 24.7L13.3 26.7L15.3 23.1L11.4 22L15.3 20.9L13.3 17.3L16.9 19.3z'

/** The sign as a file of its own, for the tab of the browser. */
export const emblemFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="10" fill="#0d4a45"/><path d="${rim}" fill="none" stroke="#bfe0d8" stroke-width="2.4" stroke-linecap="round"/><path d="${sun}" fill="#e9bd62"/></svg>`

/**
 * The sign of the product: the sun of a bronze drum within its rim, one of whose rays breaks through.
 * The words of the brand stand next to it, so it is hidden from screen readers.
 */
export function Emblem({ size = 36 }: { size?: 28 | 36 | 56 }) {
  return (
    <svg class="emblem" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <Shared name="emblem">
        <EmblemShapes />
      </Shared>
    </svg>
  )
}

export function EmblemShapes() {
  return (
    <>
      <rect width="40" height="40" rx="10" fill="#11564f" stroke="#ffffff1f" />
      <path d={rim} fill="none" stroke="#bfe0d8" stroke-width="1.8" stroke-linecap="round" />
      <path d={sun} fill="#e9bd62" />
    </>
  )
}
