import { page, pageRoute } from '../../../platform/http/route.ts'
import type { MeasurePage, MeasurePart } from '../../../platform/measures/measures.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Hidden } from '../../../ui/form.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Note, Panel, Small, Stack, Tabs } from '../../../ui/panel.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
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
  partOfAddress,
  scopeOf,
  unitChoices,
} from './measure-question.ts'
import { measureText, reasonText, saidWords, scopeText } from './measure-words.ts'

interface Shown {
  readonly question: MeasureQuestion
  readonly counted: CountedMeasure
  readonly part: MeasurePart
  readonly list: MeasurePage
  readonly isFirst: boolean
  readonly units: Awaited<ReturnType<typeof unitChoices>>
}

const pageSize = 50

/** One live measure: its value, what it counts and leaves out, and the very things behind each number. */
export const measurePage = pageRoute('/chi-so/:key', async (c, { params, query }) => {
  const measure = c.measures.find(params.key ?? '')
  if (measure === undefined) throw notFound('measure')
  const question = await askedMeasures(c, query)
  const counted = await countMeasure(c, measure, question)
  const part = knownPart(counted, partOfAddress(query.phan))
  const cursor = query['tiep-theo'] ?? null
  const shown: Shown = {
    question,
    counted,
    part,
    list: await measure.list(c, scopeOf(question), part, { cursor, limit: pageSize }),
    isFirst: cursor === null,
    units: await unitChoices(c, question),
  }
  return page(measure.label[c.language], <MeasureBody {...shown} />, { section: sections.measures })
})

/** @throws Refusal `not_found` where the measure leaves out nothing by that name */
function knownPart({ count }: CountedMeasure, part: MeasurePart): MeasurePart {
  if (part === 'numerator' || part === 'denominator') return part
  if (count.exclusions.some(({ reason }) => part === `excluded:${reason}`)) return part
  throw notFound('measure_part')
}

function MeasureBody(props: Shown) {
  const words = useWords()
  const { t, language } = words
  const { question, counted } = props
  const { measure, count } = counted
  const link = (part: string) => paths.measure(measure.key, { ...question, part })
  return (
    <Stack>
      <PageHeader
        title={measure.label[language]}
        lead={t('programme.measure_lead', {
          unit: scopeText(question, t),
          date: formatDate(question.asOf, language),
        })}
        breadcrumbs={[{ label: t('programme.measures'), href: paths.measures(question) }]}
      />
      {measure.about && <Note>{measure.about[language]}</Note>}
      <AskBar
        action={paths.measure(measure.key)}
        filter={question}
        units={props.units}
        allUnits={t('programme.measure_everybody')}
      >
        <Hidden name="phan" value={addressOfPart(props.part)} />
      </AskBar>
      <Stats columns={3}>
        <Stat
          label={t('programme.value')}
          value={measureText(counted, words)}
          href={link('tu-so')}
          icon={measure.good === 'up' ? 'trending-up' : 'trending-down'}
          tone="active"
          note={t(`programme.good.${measure.good}`)}
        />
        <Stat
          label={t('programme.numerator')}
          value={count.numerator}
          href={link('tu-so')}
          icon="check"
          tone="good"
          note={saidWords(t, codeKey('measure', `${measure.key}.numerator`))}
        />
        <Stat
          label={t('programme.denominator')}
          value={count.denominator}
          href={link('mau-so')}
          icon="list-check"
          tone="given"
          note={saidWords(t, codeKey('measure', `${measure.key}.denominator`))}
        />
      </Stats>
      <Behind {...props} />
    </Stack>
  )
}

/** The list behind each part; what a part counts, its list holds. */
function Behind({ counted, question, part, list, isFirst }: Shown) {
  const { t, language } = useWords()
  const { measure, count } = counted
  const link = (of: MeasurePart, cursor?: string) =>
    paths.measure(measure.key, { ...question, part: addressOfPart(of), cursor: cursor ?? null })
  const tab = (of: MeasurePart, label: string, counts: number) => ({
    label,
    href: link(of),
    count: formatNumber(counts, language),
    current: of === part,
  })
  return (
    <>
      <Tabs
        label={t('programme.behind')}
        tabs={[
          tab('numerator', t('programme.numerator'), count.numerator),
          tab('denominator', t('programme.denominator'), count.denominator),
          ...count.exclusions.map(({ reason, count: counts }) =>
            tab(`excluded:${reason}`, t('programme.excluded', { reason: reasonText(reason, t) }), counts),
          ),
        ]}
      />
      <Panel flush>
        <DataTable
          caption={t('programme.behind')}
          rows={list.items}
          rowKey={(item) => item.href}
          empty={<EmptyState icon="circle-dashed" title={t('programme.nothing_behind')} />}
          columns={[
            {
              key: 'label',
              header: t('programme.counted_thing'),
              kind: 'title',
              cell: (item) => (
                <>
                  <a href={item.href}>{item.label}</a>
                  <Small block>{item.note}</Small>
                </>
              ),
            },
          ]}
        />
      </Panel>
      {(list.next !== null || !isFirst) && (
        <Pagination
          firstHref={isFirst ? undefined : link(part)}
          nextHref={list.next === null ? undefined : link(part, list.next)}
        />
      )}
      <Note>{t('programme.measure_note')}</Note>
    </>
  )
}
