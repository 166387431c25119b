import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Paper, PaperLine } from '../../../ui/paper.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Addressee } from '../../addressees.ts'
import { adminPaths } from '../../admin-paths.ts'
import { activationDays, type ConfirmedAccess } from '../../confirming/confirm-access.ts'
import { Letter } from '../letter.tsx'

/** Somebody with an activation code, and where they are found. */
export type ActivationLetter = ConfirmedAccess & { readonly code: string } & Partial<Addressee>

/** One letter a person, each on a sheet of its own: the only place where an activation code stands. */
export function ActivationLetters(props: {
  readonly letters: readonly ActivationLetter[]
  /** Confirmed too, and in need of no code. */
  readonly withoutCode: readonly ConfirmedAccess[]
  readonly on: PlainDate
  readonly publicUrl: string | undefined
}) {
  const { t } = useWords()
  const { letters, withoutCode } = props
  return (
    <Paper
      bar={
        <>
          <p>{t('identity.activation_letters_bar', { count: letters.length })}</p>
          <ButtonLink href={adminPaths.confirmations()}>{t('ui.shown_once_done')}</ButtonLink>
          {withoutCode.length > 0 && (
            <p>
              {t('identity.confirmed_without_code', {
                people: withoutCode.map((one) => `${one.personName} (${one.username})`).join(', '),
              })}
            </p>
          )}
        </>
      }
    >
      {letters.map((letter) => (
        <Letter
          key={letter.username}
          title={t('identity.activation_letter_title')}
          on={props.on}
          to={{ ...letter, fullName: letter.personName }}
          intro={t('identity.activation_letter_intro')}
          publicUrl={props.publicUrl}
          username={letter.username}
          secret={{ label: t('identity.activation_code'), value: letter.code }}
        >
          <PaperLine>{t('identity.activation_letter_how', { days: activationDays })}</PaperLine>
          <PaperLine>{t('identity.activation_letter_care')}</PaperLine>
        </Letter>
      ))}
    </Paper>
  )
}
