import type { VNode } from 'preact'
import type { Context } from '../context.ts'

/** A part that an upper slice adds to a lower slice's page, which knows nothing of it: the works of a unit on the unit's page. */
export interface Panel<Subject> {
  readonly order: number
  /** Null where there is nothing to show. */
  load(c: Context, subject: Subject): Promise<VNode | null>
}

/** The panels of a page about one thing, in their order. */
export async function loadPanels<Subject>(
  c: Context,
  panels: readonly Panel<Subject>[],
  subject: Subject,
): Promise<readonly VNode[]> {
  const shown: VNode[] = []
  for (const panel of [...panels].sort((a, b) => a.order - b.order)) {
    const part = await panel.load(c, subject)
    if (part !== null) shown.push(part)
  }
  return shown
}
