import type { Judge } from '../draft.ts'
import { judgeAddressees } from './addressees.ts'
import { judgeAnnexHeads, judgeAnnexNumbers, judgeAnnexPages } from './annexes.ts'
import { judgeBodies } from './bodies.ts'
import { bodyJudges } from './body.ts'
import { judgeCapitals } from './capitals.ts'
import { judgeDate } from './date-line.ts'
import { judgeKind, judgeSymbolOfKind } from './kind-line.ts'
import { judgeLetter } from './letter.ts'
import { judgeColour, judgeComposition, judgeEncoding, judgeTypeface } from './letters.ts'
import { judgeLines } from './lines-below.ts'
import { judgeNumber } from './number-line.ts'
import { judgeMargins, judgePaper } from './page.ts'
import { judgePageNumbers } from './page-number.ts'
import { judgePartySigns } from './party-signs.ts'
import { judgePlaces } from './places.ts'
import { judgePresence } from './presence.ts'
import { judgeAsAbove, judgeRecipients } from './recipients.ts'
import { judgeBeside, judgeSignatures } from './signatures.ts'
import { judgeCountry, judgePartyTitle } from './title.ts'
import { judgeUrgency } from './urgency.ts'

/** Every rule there is. */
export const judges: readonly Judge[] = [
  judgePaper,
  judgeMargins,
  judgeTypeface,
  judgeColour,
  judgePageNumbers,
  judgeComposition,
  judgeEncoding,
  judgeCountry,
  judgePartyTitle,
  judgeLines,
  judgeBodies,
  judgeNumber,
  judgeDate,
  judgePresence,
  judgePlaces,
  judgeKind,
  judgeSymbolOfKind,
  judgeLetter,
  judgePartySigns,
  judgeSignatures,
  judgeBeside,
  judgeRecipients,
  judgeAsAbove,
  judgeAddressees,
  judgeAnnexNumbers,
  judgeAnnexHeads,
  judgeAnnexPages,
  judgeUrgency,
  ...bodyJudges,
  judgeCapitals,
]
