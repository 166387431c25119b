import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { formatDate } from '../../ui/format.ts'
import { PaperFacts, PaperLetter, PaperLine } from '../../ui/paper.tsx'
import { useWords } from '../../ui/words.tsx'
import type { Addressee } from '../addressees.ts'

/** One letter to one person with something secret, which stands there and nowhere else. */
export function Letter(props: {
  readonly title: string
  readonly on: PlainDate
  readonly to: Pick<Addressee, 'fullName'> & Partial<Addressee>
  readonly intro: string
  /** Where people sign in; undefined where the installation does not say. */
  readonly publicUrl: string | undefined
  readonly username: string
  readonly secret: { readonly label: string; readonly value: string }
  readonly children: ComponentChildren
}) {
  const { t, language } = useWords()
  const { to, publicUrl, username, secret } = props
  const place = [to.postTitle, to.unitName].filter((part) => part !== undefined)
  return (
    <PaperLetter
      kicker={t('identity.letter_kicker')}
      title={props.title}
      note={formatDate(props.on, language)}
    >
      <PaperLine>
        {t('identity.letter_to')} <strong>{to.fullName}</strong>
        {place.length > 0 && (
          <>
            <br />
            {place.join(', ')}
          </>
        )}
      </PaperLine>
      <PaperLine>{props.intro}</PaperLine>
      <PaperFacts
        facts={[
          ...(publicUrl === undefined ? [] : [{ label: t('identity.letter_address'), value: publicUrl }]),
          { label: t('identity.username'), value: username },
          secret,
        ]}
      />
      {props.children}
    </PaperLetter>
  )
}
