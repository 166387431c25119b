import { page, pageRoute } from '../../../platform/http/route.ts'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Small, Stack } from '../../../ui/panel.tsx'
import { Figure } from '../../../ui/stat.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import { AskBar } from '../ask-bar.tsx'
import { sections } from '../sections.ts'
import {
  addressOfPart,
  askedMeasures,
  type CountedMeasure,
  countMeasure,
  type MeasureQuestion,
  unitChoices,
} from './measure-question.ts'
import { measureText, reasonText, scopeText } from './measure-words.ts'

interface Shown {
  readonly question: MeasureQuestion
  readonly measures: readonly CountedMeasure[]
  readonly units: Awaited<ReturnType<typeof unitChoices>>
}

/** What the system counts from real acts, as of a day: nothing here was typed. */
export const measuresPage = pageRoute('/chi-so', async (c, { query }) => {
  const question = await askedMeasures(c, query)
  const measures: CountedMeasure[] = []
  for (const measure of c.measures.all()) measures.push(await countMeasure(c, measure, question))
  const shown: Shown = { question, measures, units: await unitChoices(c, question) }
  return page(c.t('programme.measures'), <MeasuresBody {...shown} />, { section: sections.measures })
})

function MeasuresBody({ question, measures, units }: Shown) {
  const words = useWords()
  const { t, language } = words
  return (
    <Stack>
      <PageHeader
        title={t('programme.measures')}
        kicker={scopeText(question, t)}
        lead={t('programme.measures_lead', { date: formatDate(question.asOf, language) })}
      />
      <AskBar
        action={paths.measures()}
        filter={question}
        units={units}
        allUnits={t('programme.measure_everybody')}
      />
      <DataTable
        caption={t('programme.measures')}
        rows={measures}
        rowKey={({ measure }) => measure.key}
        empty={<EmptyState icon="chart-bar" title={t('programme.no_measures')} />}
        columns={[
          {
            key: 'label',
            header: t('programme.measure'),
            kind: 'title',
            cell: ({ measure }) => (
              <>
                <a href={paths.measure(measure.key, question)}>{measure.label[language]}</a>
                {measure.about && <Small block>{measure.about[language]}</Small>}
                <Small block>{t(`programme.good.${measure.good}`)}</Small>
              </>
            ),
          },
          {
            key: 'value',
            header: t('programme.value'),
            kind: 'number',
            cell: (row) => <a href={paths.measure(row.measure.key, question)}>{measureText(row, words)}</a>,
          },
          {
            key: 'numerator',
            header: t('programme.numerator'),
            kind: 'number',
            cell: ({ measure, count }) => (
              <Figure
                value={count.numerator}
                href={paths.measure(measure.key, { ...question, part: 'tu-so' })}
              />
            ),
          },
          {
            key: 'denominator',
            header: t('programme.denominator'),
            kind: 'number',
            cell: ({ measure, count }) => (
              <Figure
                value={count.denominator}
                href={paths.measure(measure.key, { ...question, part: 'mau-so' })}
              />
            ),
          },
          {
            key: 'excluded',
            header: t('programme.excluded_column'),
            cell: (row) => <Excluded row={row} question={question} />,
          },
        ]}
      />
    </Stack>
  )
}

/** What each measure leaves out of its denominator, by reason, with the list of exactly these. */
function Excluded({ row, question }: { row: CountedMeasure; question: MeasureQuestion }) {
  const { t } = useWords()
  const { measure, count } = row
  if (count.exclusions.length === 0) return <Small>{t('programme.excluded_none')}</Small>
  return (
    <>
      {count.exclusions.map(({ reason, count: excluded }) => (
        <div key={reason}>
          <Figure
            value={excluded}
            href={paths.measure(measure.key, { ...question, part: addressOfPart(`excluded:${reason}`) })}
          />{' '}
          {reasonText(reason, t)}
        </div>
      ))}
    </>
  )
}
