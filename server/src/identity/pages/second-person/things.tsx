import { codeKey } from '../../../platform/message-key.ts'
import { formatInstant } from '../../../ui/format.ts'
import { Small } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { UnconfirmedThing } from '../../confirming/unconfirmed.ts'

/** What waits for a second person: what it is, who did it and when; lines that may stand in a label too. */
export function UnconfirmedThings({ things }: { readonly things: readonly UnconfirmedThing[] }) {
  const { t, language } = useWords()
  return (
    <>
      {things.map((thing) => (
        <Small key={thing.id} block>
          {t(codeKey('identity', `thing_${thing.wayIn ?? thing.kind}`), {
            what: thing.what,
            unit: thing.unit ?? '',
            role: thing.role === null ? '' : t(`role.${thing.role}`),
          })}
          {' · '}
          {t('identity.thing_by', { by: thing.by, at: formatInstant(thing.at, language) })}
        </Small>
      ))}
    </>
  )
}
