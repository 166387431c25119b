import type { Figure } from '../../figures/tally.ts'
import { paths } from '../../paths.ts'

/** A figure with the address of the list that it counts, for the components that draw it. */
export const counted = ({ count, filter }: Figure) => ({ count, href: paths.works(filter) })

/** The same under the name that some components use. */
export const valued = ({ count, filter }: Figure) => ({ value: count, href: paths.works(filter) })
