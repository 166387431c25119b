import { type FormValues, listValue, rowValues, textValue } from '../../../platform/http/form.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldHelp, fieldId, TextArea, TextField } from '../../../ui/field.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { Note, Panel, Small, Stack } from '../../../ui/panel.tsx'
import { RepeatRows } from '../../../ui/repeat-rows.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Candidate, CandidateGroup } from '../../decisions/decision-candidates.ts'
import { paths } from '../../paths.ts'
import { OwnerLine } from '../owner-line.tsx'
import { type DecidedAction, groupActions, groupValues, reasonedActions } from './decision-values.ts'

export interface GroupProps {
  readonly group: CandidateGroup
  readonly rows: readonly Candidate[]
  readonly form: string
  readonly values: FormValues | undefined
  /** The works that are to be ticked: those chosen elsewhere, all or none; null: as the form came back. */
  readonly ticked: ReadonlySet<string> | null
  /** What stands against each work, by its code. */
  readonly refused: ReadonlyMap<string, readonly string[]>
}

/** Works of which the body may say the same: its act for all that are ticked, with one reason where it needs one. */
export function DecisionGroup(props: GroupProps) {
  const { t } = useWords()
  const { group, rows, values } = props
  const said = groupValues(values, group)
  const ticked = props.ticked ?? new Set(listValue(said, 'works'))
  return (
    <Panel
      title={t(`programme.decide.group.${group}`, { count: rows.length })}
      lead={t(`programme.decide.group.${group}_lead`)}
      id={`nhom-${group}`}
    >
      <Stack>
        <div>
          <GroupAct group={group} said={said} />
        </div>
        <CandidateTable {...props} ticked={ticked} />
      </Stack>
    </Panel>
  )
}

function GroupAct({ group, said }: { group: CandidateGroup; said: FormValues }) {
  const { t } = useWords()
  const name = (part: string) => `groups[${group}][${part}]`
  const actions = groupActions[group]
  const [usual] = actions
  return (
    <ActFields
      name={name}
      action={textValue(said, 'action') || (usual ?? '')}
      actions={actions}
      said={said}
      label={t('programme.decide.act_of_group')}
    />
  )
}

/** An act with what it needs: a reason, and for a return the date by which it is expected back. */
function ActFields(props: {
  readonly name: (part: string) => string
  readonly action: string
  readonly actions: readonly DecidedAction[]
  readonly said: FormValues
  readonly label: string
}) {
  const { t } = useWords()
  const { name, said, actions } = props
  const field = name('action')
  const reasoned = reasonedActions.filter((action) => actions.includes(action))
  return (
    <>
      <Select
        name={field}
        label={props.label}
        value={props.action}
        options={actions.map((value) => ({ value, label: t(`programme.decide.action.${value}`) }))}
        empty={false}
        width="half"
      />
      {reasoned.length > 0 && (
        <ShowWhen field={field} is={reasoned}>
          <TextArea
            name={name('reason')}
            label={t('programme.form.reason')}
            hint={t('programme.decide.reason_hint')}
            value={textValue(said, 'reason')}
            rows={2}
          />
        </ShowWhen>
      )}
      {actions.includes('return') && (
        <ShowWhen field={field} is={['return']}>
          <DateField
            name={name('returnBy')}
            label={t('programme.decide.return_by')}
            value={textValue(said, 'returnBy')}
          />
        </ShowWhen>
      )}
    </>
  )
}

function CandidateTable(props: GroupProps & { readonly ticked: ReadonlySet<string> }) {
  const { t } = useWords()
  const { group, rows, refused, ticked } = props
  return (
    <DataTable
      caption={t(`programme.decide.group.${group}`, { count: rows.length })}
      rows={rows}
      rowKey={(row) => row.ref}
      rowTone={(row) => (refused.has(row.ref) ? 'late' : undefined)}
      selection={{
        name: `groups[${group}][works][]`,
        form: props.form,
        value: (row) => row.ref,
        label: (row) => row.ref,
        id: (row) => fieldId(row.ref),
        chosen: (row) => ticked.has(row.ref),
        actions: null,
      }}
      columns={[
        { key: 'code', header: t('programme.appraisals.code'), kind: 'code', cell: (row) => row.ref },
        {
          key: 'title',
          header: t('programme.appraisals.work'),
          kind: 'title',
          cell: (row) => <CandidateTitle row={row} refused={refused.get(row.ref) ?? []} />,
        },
        {
          key: 'tier',
          header: t('programme.decide.tier'),
          cell: (row) => t(`tier.${row.tier}`),
        },
        {
          key: 'found',
          header: t('programme.appraisals.found'),
          kind: 'state',
          cell: (row) =>
            row.openDuplicates > 0 && (
              <Badge tone="warn" icon="copy">
                {t('programme.appraisals.duplicates', { count: row.openDuplicates })}
              </Badge>
            ),
        },
      ]}
    />
  )
}

function CandidateTitle({ row, refused }: { row: Candidate; refused: readonly string[] }) {
  return (
    <>
      <a href={paths.work(row.ref)}>{row.title}</a>
      <Small block>
        <OwnerLine
          holderName={row.holderName}
          postTitle={row.postTitle}
          unitName={row.unitName}
          illustrative={row.illustrative}
        />
      </Small>
      {row.comment !== '' && <Small block>{row.comment}</Small>}
      {refused.map((sentence) => (
        <FieldHelp key={sentence} id={fieldId(row.ref)} error={sentence} />
      ))}
    </>
  )
}

// Beyond this a choice of works would weigh more than the whole list: their codes are typed then.
const maxOptions = 300

/** The works of which the decision says something else than of their group. */
export function ExceptionRows(props: {
  readonly rows: readonly Candidate[]
  readonly values: FormValues | undefined
  readonly errors: Readonly<Record<string, string>>
}) {
  const { t } = useWords()
  const given = props.values === undefined ? [] : rowValues(props.values, 'others')
  return (
    <Panel>
      <RepeatRows
        name="others"
        legend={t('programme.decide.others')}
        hint={t('programme.decide.others_hint')}
        rows={given}
        row={(row, prefix) => <ExceptionRow said={row ?? {}} prefix={prefix} rows={props.rows} />}
        addLabel={t('programme.decide.others_add')}
        layout="card"
      />
    </Panel>
  )
}

const everyAction: readonly DecidedAction[] = [
  'approve_assign',
  'assign',
  'approve',
  'return',
  'reject',
  'drop',
]

function ExceptionRow(props: {
  readonly said: FormValues
  readonly prefix: string
  readonly rows: readonly Candidate[]
}) {
  const { t } = useWords()
  const { said, prefix, rows } = props
  const work = {
    name: `${prefix}[ref]`,
    label: t('programme.decide.other_work'),
    value: textValue(said, 'ref'),
  }
  return (
    <>
      <FieldRow>
        {rows.length <= maxOptions ? (
          <Select {...work} options={optionsOf(rows, work.value)} />
        ) : (
          <TextField {...work} hint={t('programme.decide.other_code')} />
        )}
      </FieldRow>
      <ActFields
        name={(part) => `${prefix}[${part}]`}
        action={textValue(said, 'action') || 'return'}
        actions={everyAction}
        said={said}
        label={t('programme.decide.act_of_work')}
      />
    </>
  )
}

/** The works of the list, and the one that was chosen or typed before though it is not of the list. */
function optionsOf(rows: readonly Candidate[], chosen: string) {
  const options = rows.map((row) => ({ value: row.ref, label: `${row.ref} · ${row.title}` }))
  const isThere = chosen === '' || rows.some(({ ref }) => ref === chosen)
  return isThere ? options : [...options, { value: chosen, label: chosen }]
}

/** Says that nothing waits, or that there is more than one decision takes. */
export function CandidateNotes({ more, shown }: { more: boolean; shown: number }) {
  const { t } = useWords()
  return more ? <Note>{t('programme.decide.more', { shown })}</Note> : null
}
