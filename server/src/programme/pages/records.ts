/** The pages of what stands on record next to the works: decisions, live measures, the article. */
import type { Route } from '../../platform/http/route.ts'
import { decisionPage } from './decisions/decision.tsx'
import { decisionAnnexPage } from './decisions/decision-annex.tsx'
import { decisionFile } from './decisions/decision-file.ts'
import { decisionsPage } from './decisions/decisions.tsx'
import { measurePage } from './figures/measure.tsx'
import { measuresPage } from './figures/measures.tsx'
import { articlePage } from './press/article.tsx'

export const programmeRecordPages: Route[] = [
  decisionsPage,
  decisionPage,
  decisionAnnexPage,
  decisionFile,
  measuresPage,
  measurePage,
  articlePage,
]
