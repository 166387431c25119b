import { controlProps, Field, type FieldProps } from './field.tsx'
import { formatSize } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

/** A file that has arrived and waits with the form until the form is right. */
export interface KeptFile {
  readonly id: string
  readonly fileName: string
  readonly sizeBytes: number
}

export interface FileFieldProps extends Omit<FieldProps, 'value'> {
  readonly multiple?: boolean | undefined
  /** Endings or media types, as the browser's window of files takes them; the server judges by the bytes. */
  readonly accept?: string | undefined
  readonly kept?: readonly KeptFile[] | undefined
  /** The name under which the ids of kept files come back; `<name>Kept[]` where not said. */
  readonly keptName?: string | undefined
}

/**
 * Files to hand in, with the declaration that handing them in makes. Those that came with a form that was wrong are kept, and may be left out by their
 * tick.
 */
export function FileField(props: FileFieldProps) {
  const { t, language } = useWords()
  const control = controlProps(props)
  return (
    <Field {...props}>
      {props.kept && props.kept.length > 0 && (
        <fieldset class="kept-files">
          <legend>{t('ui.files_kept')}</legend>
          {props.kept.map((file) => (
            <div class="choice" key={file.id}>
              <input
                type="checkbox"
                id={`${control.id}-${file.id}`}
                name={props.keptName ?? `${props.name}Kept[]`}
                value={file.id}
                checked
              />
              <label for={`${control.id}-${file.id}`}>
                {file.fileName} <small class="small">{formatSize(file.sizeBytes, language)}</small>
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <div class="file" data-controller="file-drop">
        <p class="file-words" aria-hidden="true" data-file-drop-target="words">
          <Icon name="upload" />
          <span data-file-drop-target="names">
            <b>{t(props.multiple ? 'ui.choose_files' : 'ui.choose_file')}</b> {t('ui.drop_here')}
          </span>
        </p>
        <input
          {...control}
          type="file"
          multiple={props.multiple}
          accept={props.accept}
          data-file-drop-target="field"
          data-action="file-drop#show"
        />
      </div>
      <small class="small">{t('ui.no_state_secrets')}</small>
    </Field>
  )
}
