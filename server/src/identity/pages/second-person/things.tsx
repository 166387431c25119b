import { formatInstant } from '../../../ui/format.ts'
import { Small } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { UnconfirmedThing } from '../../confirming/unconfirmed.ts'

/** What waits for a second person: what it is, who did it and when. */
export function UnconfirmedThings({ things }: { readonly things: readonly UnconfirmedThing[] }) {
  const { t, language } = useWords()
  return (
    <ul>
      {things.map((thing) => (
        <li key={thing.id}>
          {t(`identity.thing_${thing.wayIn ?? thing.kind}`, {
            what: thing.what,
            unit: thing.unit ?? '',
            role: thing.role === null ? '' : t(`role.${thing.role}`),
          })}{' '}
          <Small>{t('identity.thing_by', { by: thing.by, at: formatInstant(thing.at, language) })}</Small>
        </li>
      ))}
    </ul>
  )
}
