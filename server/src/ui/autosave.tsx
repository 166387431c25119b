import { useWords } from './words.tsx'

/** What a form needs so that its typing is kept while it is being typed. */
export interface Autosave {
  /** Where it is kept. */
  readonly url: string
  readonly form: string
  readonly baseVersion: number
  /** The last writing that the page shows. */
  readonly revision: number
}

/** The attributes of the form itself. */
export function autosaveAttributes(
  autosave: Autosave | undefined,
): Readonly<Record<string, string | number>> {
  if (autosave === undefined) return {}
  return {
    'data-autosave-url-value': autosave.url,
    'data-autosave-form-value': autosave.form,
    'data-autosave-base-value': autosave.baseVersion,
    'data-autosave-revision-value': autosave.revision,
  }
}

/** Where the form says when it was last kept, or what stands against it; empty, and silent, until something is typed. `sends`: the form is an act, and not a draft that is saved. */
export function AutosaveStatus({ sends }: { readonly sends?: boolean }) {
  const { t, language } = useWords()
  return (
    <p
      class="hint"
      role="status"
      data-autosave-target="status"
      data-language={language}
      data-saved={t(sends ? 'ui.autosave.unsent' : 'ui.autosave.saved', { time: '{time}' })}
      data-outdated={t('ui.autosave.outdated', { time: '{time}' })}
      data-elsewhere={t('ui.autosave.elsewhere', { time: '{time}' })}
      data-signed-out={t('ui.autosave.signed_out')}
      data-failed={t('ui.autosave.failed')}
      data-take={t('ui.autosave.take')}
      data-sign-in={t('ui.autosave.sign_in')}
    />
  )
}
