/** The pages of what stands on record beside the works: decisions, live measures, the article. */
import type { Route } from '../../platform/http/route.ts'
import { articlePage } from './article.tsx'
import { decisionPage } from './decision.tsx'
import { decisionAnnexPage } from './decision-annex.tsx'
import { decisionFile } from './decision-file.ts'
import { decisionsPage } from './decisions.tsx'
import { measurePage } from './measure.tsx'
import { measuresPage } from './measures.tsx'

export const programmeRecordPages: Route[] = [
  decisionsPage,
  decisionPage,
  decisionAnnexPage,
  decisionFile,
  measuresPage,
  measurePage,
  articlePage,
]
