import type { HelpTopic } from '../platform/slices/slice.ts'
import { slices } from './slices.ts'

const own: HelpTopic = { slug: 'viec-cua-toi', section: 'app.my_work', steps: 4 }

/** A test finds a place of the menu without one. */
export const helpTopics: readonly HelpTopic[] = [own, ...slices.flatMap(({ help = [] }) => help)]

export const helpPath = '/tro-giup'

/** The help for the place where a reader is. */
export function helpFor(section: string | undefined): string {
  const topic = helpTopics.find((one) => one.section === section)
  return topic === undefined ? helpPath : `${helpPath}#${topic.slug}`
}
