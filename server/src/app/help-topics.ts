/** A place of the product, and what a page of help says of it: its sentences are `help.<slug>.title`, `.what` and `.1` to `.<steps>`. */
export interface HelpTopic {
  /** Its place on the page of help, and its word in the catalogue. */
  readonly slug: string
  /** The section that pages name (`PageView.section`). */
  readonly section: string
  readonly steps: number
}

/** In the order of the menu. A test finds a place of the menu without one. */
export const helpTopics: readonly HelpTopic[] = [
  { slug: 'viec-cua-toi', section: 'app.my_work', steps: 4 },
  { slug: 'tong-quan', section: 'programme.overview', steps: 5 },
  { slug: 'viec-dot-pha', section: 'programme.works', steps: 7 },
  { slug: 'tham-dinh', section: 'programme.appraisals', steps: 4 },
  { slug: 'quyet-dinh', section: 'programme.decisions', steps: 4 },
  { slug: 'cai-dat', section: 'programme.settings', steps: 3 },
  { slug: 'chi-so', section: 'programme.measures', steps: 3 },
  { slug: 'can-cu', section: 'programme.guidance', steps: 2 },
  { slug: 'bai-bao', section: 'programme.article', steps: 2 },
  { slug: 'danh-ba', section: 'organisation.directory', steps: 4 },
  { slug: 'tai-khoan-quan-tri', section: 'identity.accounts', steps: 3 },
  { slug: 'vai-tro', section: 'identity.grants', steps: 3 },
  { slug: 'xac-nhan-quyen', section: 'identity.confirmations', steps: 3 },
  { slug: 'nhat-ky', section: 'security.record', steps: 3 },
  { slug: 'xem-khan', section: 'identity.emergencies', steps: 3 },
  { slug: 'bao-mat', section: 'security.spills', steps: 3 },
  { slug: 'tai-khoan', section: 'account', steps: 5 },
]

export const helpPath = '/tro-giup'

/** The help for the place where a reader is. */
export function helpFor(section: string | undefined): string {
  const topic = helpTopics.find((one) => one.section === section)
  return topic === undefined ? helpPath : `${helpPath}#${topic.slug}`
}
