import type { Context } from '../../../platform/context.ts'
import type { Params } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import type { IconName } from '../../../ui/icons.gen.ts'
import type { Selection } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type BulkAct, maxChosen } from '../../lists/act-on-many.ts'
import { paths } from '../../paths.ts'
import { mayAppraise, mayDecide, mayFollow, mayRegister } from '../../rights.ts'

const formId = 'viec-da-chon'
const fieldName = 'works[]'
const listField = 'danhsach'

/** What can be done with the ticked rows of a list, by the rights of the acting post; each work is asked for itself. */
export interface ChosenActs {
  readonly acts: readonly BulkAct[]
  readonly toDecision: boolean
  /** The spreadsheets of exactly these; not where a list is none of the register's. */
  readonly toExport: boolean
}

export function chosenActs(c: Context): ChosenActs {
  return {
    acts: [
      ...(mayAppraise(c) ? (['open_appraisal'] as const) : []),
      ...(mayFollow(c) ? (['remind'] as const) : []),
      ...(mayRegister(c) ? (['submit', 'withdraw'] as const) : []),
    ],
    toDecision: mayDecide(c),
    toExport: true,
  }
}

export const bulkIcons: Readonly<Record<BulkAct, IconName>> = {
  open_appraisal: 'list-search',
  submit: 'send',
  withdraw: 'door-exit',
  remind: 'bell',
}

interface ChosenRow {
  readonly code: string | null
  readonly id?: string
  readonly version: number
}

/** The ticks of a list and the buttons above it, which all belong to one form. */
export function chosenSelection<Row extends ChosenRow>(
  { acts, toDecision, toExport }: ChosenActs,
  t: ReturnType<typeof useWords>['t'],
): Selection<Row> | undefined {
  if (acts.length === 0 && !toDecision && !toExport) return undefined
  return {
    name: fieldName,
    form: formId,
    value: (row) => `${row.code ?? row.id}:${row.version}`,
    label: (row) => row.code ?? t('programme.no_code'),
    actions: (
      <>
        {toDecision && (
          <Button
            form={formId}
            size="small"
            icon="gavel"
            formmethod="get"
            formaction={paths.recordDecision()}
          >
            {t('programme.chosen.decide')}
          </Button>
        )}
        {acts.map((act) => (
          <Button
            key={act}
            form={formId}
            size="small"
            icon={bulkIcons[act]}
            name="act"
            value={act}
            ask={act === 'withdraw' ? t('programme.chosen.ask_withdraw') : undefined}
          >
            {t(`programme.chosen.${act}`)}
          </Button>
        ))}
        {toExport && (
          <Button
            form={formId}
            size="small"
            icon="file-spreadsheet"
            formmethod="get"
            formaction={paths.chosenExport('xlsx')}
            plain
          >
            {t('programme.chosen.export')}
          </Button>
        )}
      </>
    ),
  }
}

/** The form of the ticks: it stands outside the table, whose boxes and buttons name it. */
export function ChosenForm({ query }: { readonly query?: string }) {
  const { t } = useWords()
  return (
    <Form
      id={formId}
      action={paths.actOnMany()}
      // One field for the whole filter: the names of an address are none of a form.
      hidden={{ [listField]: query }}
      label={t('programme.chosen.form')}
    />
  )
}

/** The conditions of the list in which the ticks were made. */
export const listOf = (query: Params): Params => ({
  ...Object.fromEntries(new URLSearchParams(query[listField] ?? '')),
  ...query,
})

/** The works that an address names by its ticks, without their versions. */
export function chosenIn(query: Params): readonly string[] {
  return (query[fieldName] ?? '')
    .split(',')
    .map((one) => one.replace(/:\d*$/, ''))
    .filter((ref) => /^[a-z0-9-]{1,80}$/.test(ref))
    .slice(0, maxChosen)
}
