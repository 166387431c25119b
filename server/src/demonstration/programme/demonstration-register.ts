import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import { noProgrammeData, type ProgrammeData } from '../../programme/import/index.ts'
import type { Username } from '../accounts.ts'
import type { Article } from '../article.ts'
import type { StoredPapers } from '../files.ts'
import type { DemonstrationOrganisation } from '../organisation/demonstration-organisation.ts'
import { articleProgramme } from './article-programme.ts'
import { claimRows } from './claims.ts'
import { currentYearProgramme } from './current-year.ts'
import { fillRegister } from './filling/fill-register.ts'
import type { HandedIn } from './filling/register-rows.ts'
import type { LaterLife } from './later/facts.ts'
import { namedWorks } from './named-works.ts'
import { pressFactRows } from './press-facts.ts'

export interface RegisterParts extends DemonstrationOrganisation {
  readonly accountIds: ReadonlyMap<Username, string>
  readonly papers: StoredPapers
}

/** The whole register: what the article says, the invented filling, and the empty programme of the real year. */
export function demonstrationRegister(
  article: Article,
  realToday: PlainDate,
  { rows, named, ...parts }: RegisterParts,
): {
  readonly uploads: readonly HandedIn[]
  readonly programme: ProgrammeData
  /** What happens after the day on which the demonstration opens. */
  readonly later: readonly LaterLife[]
} {
  const programme = articleProgramme(article, named)
  const works = namedWorks(article, named, programme)
  const { programmeId, themeIds, contentGroupIds } = programme
  const { year } = article.programme
  const { rows: filling, later } = fillRegister({
    programme: { id: programmeId, year },
    themeIds,
    contentGroupIds,
    organisation: rows,
    named,
    ...parts,
  })
  const current = yearOf(realToday) === year ? null : currentYearProgramme(realToday, named)
  const { data } = programme
  return {
    later,
    uploads: filling.uploads,
    programme: {
      ...noProgrammeData,
      ...data,
      decisions: filling.decisions,
      decisionItems: filling.decisionItems,
      workContentGroups: filling.workContentGroups,
      supportingUnits: filling.supportingUnits,
      steps: filling.steps,
      appraisals: filling.appraisals,
      reports: filling.reports,
      reportValues: filling.reportValues,
      evidence: filling.evidence,
      recognitions: filling.recognitions,
      completions: filling.completions,
      adjustments: filling.adjustments,
      programmes: [...data.programmes, ...(current?.programmes ?? [])],
      windows: [...data.windows, ...(current?.windows ?? [])],
      periods: [...data.periods, ...(current?.periods ?? [])],
      works: [...works.data.works, ...filling.works],
      versions: [...works.data.versions, ...filling.versions],
      spans: [...works.data.spans, ...filling.spans],
      targets: [...works.data.targets, ...filling.targets],
      claims: claimRows(article, programme),
      pressFacts: pressFactRows(article, programme, named, works.ids),
    },
  }
}
