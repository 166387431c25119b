import type { RoleGraph } from './role-graph.ts'

/** How many objects are looked at on the way up. */
const mostVisited = 1000

/**
 * The fields and annotations that an object belongs to as a value or as a look; null where they are none or too many.
 */
export function ownersOf(graph: RoleGraph, number: number, role: 'value' | 'look'): readonly number[] | null {
  const owners = new Set<number>()
  const seen = new Set([number])
  for (const one of seen)
    for (const above of graph.referrersOf(one)) {
      if (graph.hasRole(above, 'field') || (role === 'look' && graph.hasRole(above, 'annotation')))
        owners.add(above)
      else if (graph.hasRole(above, role)) seen.add(above)
      if (seen.size > mostVisited) return null
    }
  return owners.size === 0 ? null : [...owners]
}
