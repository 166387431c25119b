import { field } from '../../platform/http/form.ts'
import { namedProblems } from '../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../platform/http/route.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import { formatDateInput } from '../../ui/format.ts'
import { ErrorSummary } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Cluster, Columns, Panel, Prose, Stack } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { section } from '../pages/looks.tsx'
import { DirectoryTabs } from '../pages/units.tsx'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import { authorizeDirectory } from '../policy.ts'
import { sheetAddresses } from './addresses.ts'
import type { ImportActs } from './import-acts.ts'
import { sheetKeys, sheets } from './layout.ts'

const labels = {
  workbook: 'workbook.file',
  effectiveOn: 'workbook.effective_on',
  document: 'workbook.document',
} as const

const helpLines = ['1', '2', '3', '4', '5'] as const

/** The directory as a workbook: take it out, fill it in, hand it in again. */
export const importForm = (acts: ImportActs) =>
  formRoute({
    path: '/danh-ba/nhap',
    takesFiles: true,
    endpoint: acts.prepare,
    told: 'organisation.told.import_prepared',
    done: ({ id }) => paths.preparedImport(id),
    async show(c, state) {
      authorizeDirectory(c, 'directory.import')
      return page(c.t('workbook.title'), <ImportBody state={state} today={c.today} />, { section })
    },
  })

function ImportBody({ state, today }: { readonly state: FormState; readonly today: string }) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader title={t('workbook.title')} lead={t('workbook.lead')} />
      <DirectoryTabs current="workbook" keeps />
      <ErrorSummary problems={namedProblems(state, t, labels)} />
      <Columns shape="halves">
        <Panel title={t('workbook.export')} lead={t('workbook.export_lead')}>
          <ExportForm today={today} />
        </Panel>
        <Panel title={t('workbook.import')} lead={t('workbook.import_lead')}>
          <Form action={paths.importDirectory()} upload idempotencyKey={state.idempotencyKey}>
            <FileField
              name="workbook"
              label={t('workbook.file')}
              hint={t('workbook.file_hint')}
              error={state.errors.workbook ?? state.errors['workbook.0']}
              kept={state.uploads.filter((upload) => upload.field === 'workbook')}
              accept=".xlsx"
            />
            <DateField
              {...field(state, 'effectiveOn', today)}
              label={t('workbook.effective_on')}
              hint={t('workbook.effective_on_hint')}
            />
            <TextField
              {...field(state, 'document')}
              label={t('workbook.document')}
              hint={t('workbook.document_hint')}
            />
            <ActionBar note={t('workbook.read_note')}>
              <Button kind="primary" icon="upload">
                {t('workbook.read')}
              </Button>
            </ActionBar>
          </Form>
        </Panel>
      </Columns>
      <Panel title={t('workbook.help')}>
        <Prose>
          <ul>
            {helpLines.map((line) => (
              <li key={line}>{t(`workbook.help.${line}`)}</li>
            ))}
          </ul>
        </Prose>
      </Panel>
    </Stack>
  )
}

function ExportForm({ today }: { readonly today: string }) {
  const { t } = useWords()
  return (
    <Stack>
      <Form action={paths.exportDirectory()} method="get" plain>
        <DateField
          name={addressNames.on}
          label={t('organisation.on')}
          value={formatDateInput(today as never)}
        />
        <TextField
          name={addressNames.parent}
          label={t('workbook.below')}
          hint={t('workbook.below_hint')}
          value=""
          optional
        />
        <ActionBar>
          <Button icon="download">{t('workbook.export_button')}</Button>
        </ActionBar>
      </Form>
      <Cluster>
        {sheetKeys.map((key) => (
          <ButtonLink
            key={key}
            href={paths.exportDirectoryCsv(sheetAddresses[key])}
            size="small"
            kind="quiet"
            icon="file-spreadsheet"
            download
          >
            {t('workbook.csv', { name: sheets[key].name })}
          </ButtonLink>
        ))}
      </Cluster>
    </Stack>
  )
}
