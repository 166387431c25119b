import { page, pageRoute } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Select } from '../../../ui/choice.tsx'
import { Compared } from '../../../ui/compared.tsx'
import { formatDate } from '../../../ui/format.ts'
import { FilterBar } from '../../../ui/list-tools.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { More, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import {
  type ComparableVersion,
  type ComparedPart,
  type Comparison,
  compareVersions,
  versionWord,
} from '../../work/compare-versions.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import { sections } from '../sections.ts'
import { WorkHeader } from '../work-form.tsx'

/** Two versions of a work side by side, with what was changed marked word by word. */
export const compareVersionsPage = pageRoute('/cong-viec/:ref/so-sanh', async (c, { params, query }) => {
  const card = await getWorkCard(c, params.ref ?? '', 'read')
  const comparison = await compareVersions(c, card.ref, { from: query.tu, to: query.den })
  const title = c.t('programme.compare.title')
  return page(
    `${title}: ${card.code ?? card.title}`,
    <Stack>
      <WorkHeader card={card} title={title} lead={c.t('programme.compare.lead')} />
      {comparison === null ? <Nothing /> : <ComparisonBody card={card} comparison={comparison} />}
    </Stack>,
    { section: sections.works },
  )
})

function Nothing() {
  const { t } = useWords()
  return (
    <EmptyState icon="copy" title={t('programme.compare.none')}>
      {t('programme.compare.none_text')}
    </EmptyState>
  )
}

function ComparisonBody({ card, comparison }: { card: WorkCard; comparison: Comparison }) {
  const { t } = useWords()
  const changed = comparison.parts.filter((part) => part.changed)
  const same = comparison.parts.filter((part) => !part.changed)
  return (
    <>
      <Choice card={card} comparison={comparison} />
      <Notice
        kind="info"
        title={
          changed.length === 0
            ? t('programme.compare.no_change')
            : t('programme.compare.changes', { count: changed.length })
        }
      />
      {changed.length > 0 && (
        <PartsTable comparison={comparison} parts={changed} caption={t('programme.compare.changed')} />
      )}
      {same.length > 0 && (
        <More summary={t('programme.compare.same', { count: same.length })}>
          <PartsTable comparison={comparison} parts={same} caption={t('programme.compare.unchanged')} />
        </More>
      )}
    </>
  )
}

function Choice({ card, comparison }: { card: WorkCard; comparison: Comparison }) {
  const words = useWords()
  const options = comparison.versions.map((version) => ({
    value: versionWord(version),
    label: nameOf(version, words),
  }))
  return (
    <FilterBar action={paths.compareVersions(card.ref)}>
      <Select
        name="tu"
        label={words.t('programme.compare.from')}
        value={versionWord(comparison.before)}
        options={options}
        empty={false}
      />
      <Select
        name="den"
        label={words.t('programme.compare.to')}
        value={versionWord(comparison.after)}
        options={options}
        empty={false}
      />
    </FilterBar>
  )
}

function nameOf(
  { number, reason, effectiveOn }: ComparableVersion,
  { t, language }: ReturnType<typeof useWords>,
) {
  if (number === null || effectiveOn === null) return t('programme.compare.being_written')
  return t('programme.version_line', {
    number,
    reason: t(codeKey('programme.version_reason', reason)),
    date: formatDate(effectiveOn, language),
  })
}

function PartsTable(props: {
  readonly comparison: Comparison
  readonly parts: readonly ComparedPart[]
  readonly caption: string
}) {
  const words = useWords()
  const { comparison } = props
  return (
    <DataTable
      caption={props.caption}
      rows={props.parts}
      rowKey={(part) => `${part.name} ${part.number ?? ''}`}
      columns={[
        {
          key: 'part',
          header: words.t('programme.compare.part'),
          kind: 'title',
          cell: (part) => partName(part, words),
        },
        {
          key: 'before',
          header: nameOf(comparison.before, words),
          cell: (part) => <Compared stretches={part.stretches} side="before" />,
        },
        {
          key: 'after',
          header: nameOf(comparison.after, words),
          cell: (part) => <Compared stretches={part.stretches} side="after" />,
        },
      ]}
    />
  )
}

function partName({ name, number }: ComparedPart, { t }: ReturnType<typeof useWords>): string {
  if (name === 'title') return t('programme.work')
  if (name === 'theme') return t('programme.theme')
  if (name === 'target') return t('programme.target_number', { number: number ?? 0 })
  if (name === 'step') return t('programme.compare.step', { number: number ?? 0 })
  return t(codeKey('programme.fact', name))
}
