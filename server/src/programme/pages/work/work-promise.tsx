import type { ComponentChildren } from 'preact'
import { organisationPaths } from '../../../organisation/index.ts'
import { codeKey } from '../../../platform/message-key.ts'
import type { Words } from '../../../platform/words.ts'
import { IllustrativeTag } from '../../../ui/badge.tsx'
import { formatDate } from '../../../ui/format.ts'
import { DefinitionList, Panel, Prose, Small, Stack } from '../../../ui/panel.tsx'
import { Quote } from '../../../ui/paths.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { WorkPage } from '../../work/work-page.ts'
import { DueDate } from '../due-date.tsx'

interface Fact {
  readonly term: string
  readonly description: ComponentChildren
}

/** Who promised what to whom by when, and in whose words. */
export function PromisePanel({ work }: { work: WorkPage }) {
  const { t } = useWords()
  return (
    <Panel title={t('programme.promise')}>
      <Stack>
        {work.source !== null && (
          <Quote source={work.source.citation} href={paths.article()}>
            “{work.source.quote}”
          </Quote>
        )}
        <DefinitionList items={[...useParties(work), ...useDates(work), ...useTexts(work, saidFirst)]} />
      </Stack>
    </Panel>
  )
}

function useParties(work: WorkPage): readonly Fact[] {
  const { t } = useWords()
  const { owner, year } = { owner: work.owner, year: work.programme.year }
  const said = (term: string, description: ComponentChildren | null): readonly Fact[] =>
    description === null ? [] : [{ term: t(codeKey('programme.fact', term)), description }]
  return [
    ...said(
      owner.kind === 'individual' ? 'person' : 'collective',
      <>
        {owner.holderName !== null && `${owner.holderName}, ${owner.postTitle ?? ''}, `}
        <a href={organisationPaths.unit(owner.unitCode, { on: work.asOf })}>{owner.unitName}</a>
        {work.illustrative && (
          <>
            {' '}
            <IllustrativeTag />
          </>
        )}
      </>,
    ),
    ...said('custodian', work.custodianName === owner.unitName ? null : work.custodianName),
    ...said('managing', work.managingName),
    ...said('assigner', work.assignerName),
    ...said('tier', t(`programme.tier.${work.tier}`)),
    ...said(
      'theme',
      work.theme === null ? null : (
        <a href={paths.theme(year, work.theme.ord)}>
          {work.theme.ord}. {work.theme.headline}
        </a>
      ),
    ),
    ...said(
      'content_groups',
      work.contentGroups.length === 0
        ? null
        : work.contentGroups.map((group) => (
            <Small block key={`${group.unitCode}.${group.ord}`}>
              {group.ord}. {group.name} ({group.unitName})
            </Small>
          )),
    ),
    ...said(
      'supporting',
      work.supportingUnits.length === 0 ? null : work.supportingUnits.map(({ name }) => name).join('; '),
    ),
    ...said('continues', continuesText(work, t)),
  ]
}

function continuesText(work: WorkPage, t: Words): ComponentChildren | null {
  const { continues, continuedBy, continuesUnlinked } = work
  if (continues === null && continuedBy.length === 0)
    return continuesUnlinked ? t('programme.continues_unlinked') : null
  const links = [...(continues === null ? [] : [continues]), ...continuedBy]
  return (
    <>
      {links.map(({ code, title, year }) => (
        <Small block key={`${year} ${code ?? title}`}>
          {code === null ? title : <a href={paths.work(code)}>{title}</a>} ({year})
        </Small>
      ))}
    </>
  )
}

function useDates(work: WorkPage): readonly Fact[] {
  const { t, language } = useWords()
  const day = (date: string) => formatDate(date, language)
  const fact = (name: string, date: string | null): readonly Fact[] =>
    date === null ? [] : [{ term: t(codeKey('programme.fact', name)), description: day(date) }]
  return [
    ...(work.dueOn === null
      ? []
      : [{ term: t('programme.fact.due_on'), description: <DueLine work={work} dueOn={work.dueOn} /> }]),
    ...fact('assigned_on', work.assignedOn),
    ...fact('work_done_on', work.workDoneOn),
    ...fact('accepted_on', work.acceptedOn),
    ...fact('return_by', work.returnBy),
  ]
}

function DueLine({ work, dueOn }: { work: WorkPage; dueOn: NonNullable<WorkPage['dueOn']> }) {
  const { t, language } = useWords()
  return (
    <>
      <DueDate dueOn={dueOn} asOf={work.asOf} state={work.state} isLate={work.signals.includes('late')} />
      {work.firstDueOn !== null && work.firstDueOn !== dueOn && (
        <Small block>{t('programme.first_promised', { date: formatDate(work.firstDueOn, language) })}</Small>
      )}
    </>
  )
}

type TextName = keyof WorkPage['texts']

const saidFirst: readonly TextName[] = ['rationale', 'product']
const saidLater: readonly TextName[] = [
  'baseline',
  'resources',
  'risks',
  'requests',
  'proof',
  'minutesReference',
]

function useTexts(work: WorkPage, names: readonly TextName[]): readonly Fact[] {
  const { t } = useWords()
  return names.flatMap((name) =>
    work.texts[name] === ''
      ? []
      : [{ term: t(`programme.fact.${name}`), description: <Prose text={work.texts[name]} /> }],
  )
}

/** What else the registration says: how it is to be done, and what could stop it. */
export function RegistrationPanel({ work }: { work: WorkPage }) {
  const { t } = useWords()
  const items = useTexts(work, saidLater)
  if (items.length === 0) return null
  return (
    <Panel title={t('programme.registration')}>
      <DefinitionList items={items} />
    </Panel>
  )
}
