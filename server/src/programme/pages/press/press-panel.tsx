import { EmptyState } from '../../../ui/notice.tsx'
import { Columns, Note, Panel, Small, Stack } from '../../../ui/panel.tsx'
import { Quote } from '../../../ui/paths.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { PressFactRow } from '../../press/press-facts.ts'

/** What the article prints next to the register: changes, indicators, captions. Background, and the result of no work. */
export function PressPanels({ facts, citation }: { facts: readonly PressFactRow[]; citation: string }) {
  const { t } = useWords()
  if (facts.length === 0) return null
  const ofKind = (...kinds: PressFactRow['kind'][]) => facts.filter(({ kind }) => kinds.includes(kind))
  return (
    <Columns shape="halves">
      <Panel
        title={t('programme.press_indicators')}
        lead={t('programme.press_indicators_lead')}
        footer={<a href={paths.article()}>{citation}</a>}
        flush
      >
        <IndicatorTable facts={ofKind('indicator')} />
      </Panel>
      <Panel title={t('programme.press_outcomes')} lead={t('programme.press_outcomes_lead')}>
        <Stack>
          {ofKind('outcome', 'caption').map((fact) => (
            <PressQuote key={fact.ref} fact={fact} citation={citation} />
          ))}
        </Stack>
      </Panel>
    </Columns>
  )
}

/** The figures of an article, each with its very words. */
export function IndicatorTable({ facts }: { facts: readonly PressFactRow[] }) {
  const { t } = useWords()
  return (
    <DataTable
      compact
      caption={t('programme.press_indicators')}
      rows={facts}
      rowKey={(fact) => fact.ref}
      empty={<EmptyState />}
      columns={[
        {
          key: 'text',
          header: t('programme.indicator'),
          cell: (fact) => (
            <>
              {fact.text}
              {fact.unit !== null && <Small block>{fact.unit.name}</Small>}
              <Small block>“{fact.quote}”</Small>
              {fact.isBackground && fact.work !== null && (
                <Small block>
                  {t('programme.background_of')} <a href={paths.work(fact.work.ref)}>{fact.work.title}</a>
                </Small>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** One thing that an article says, in its words. */
export function PressQuote({ fact, citation }: { fact: PressFactRow; citation: string }) {
  const { t } = useWords()
  return (
    <Quote source={citation} href={`${paths.article()}#${fact.ref}`}>
      “{fact.quote}”{fact.kind === 'caption' && <Note>{t('programme.press.caption')}</Note>}
    </Quote>
  )
}
