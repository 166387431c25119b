import { understood } from '../namespaces.ts'
import { childOf, type XmlElement } from '../xml.ts'

/** Of `mc:AlternateContent`, the one branch that is shown (ECMA-376 part 3, 7.5); of others, the element itself. */
export function shownBranch(element: XmlElement): XmlElement | undefined {
  if (element.name !== 'mc:AlternateContent') return element
  const choice = element.children.find(
    (each) =>
      each.name === 'mc:Choice' &&
      (each.attributes.get('Requires') ?? '').split(/\s+/).every((prefix) => understood.has(prefix)),
  )
  return choice ?? childOf(element, 'mc:Fallback')
}
