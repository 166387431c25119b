import type { Judge } from '../draft.ts'
import { judgeAlignment } from './body-alignment.ts'
import { judgeArticles } from './body-articles.ts'
import { judgeBases } from './body-bases.ts'
import { judgeClauses } from './body-clauses.ts'
import { judgeEnding } from './body-ending.ts'
import { judgeGroups } from './body-groups.ts'
import { judgeIndent } from './body-indent.ts'
import { judgeSize } from './body-size.ts'
import { judgeGaps, judgeLines } from './body-spacing.ts'

/** Rules B01 to B10, of the text itself: annex I, part II, mục 6. */
export const bodyJudges: readonly Judge[] = [
  judgeSize,
  judgeAlignment,
  judgeIndent,
  judgeLines,
  judgeGaps,
  judgeBases,
  judgeArticles,
  judgeClauses,
  judgeEnding,
  judgeGroups,
]
