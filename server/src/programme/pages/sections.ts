/** The places of the menu, under which pages say where they belong. */
export const sections = {
  overview: 'programme.overview',
  works: 'programme.works',
  appraisals: 'programme.appraisals',
  decisions: 'programme.decisions',
  guidance: 'programme.guidance',
  measures: 'programme.measures',
  article: 'programme.article',
  settings: 'programme.settings',
} as const
