import { textValue } from '../../../platform/http/form.ts'
import type { FormState } from '../../../platform/http/route.ts'
import { TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { DefinitionList, Note, Stack } from '../../../ui/panel.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isTotpSecret, newTotpSecret, totpUri } from '../../factors/totp.ts'

/**
 * The code to scan, the same secret in letters, and the field for the first code. The secret is made with the page and comes
 * back with it: nothing is kept until a code proves that the application has it.
 */
export function TotpFields({ state, username }: { state: FormState; username: string }) {
  const { t } = useWords()
  const typed = state.values === undefined ? '' : textValue(state.values, 'secret')
  const secret = isTotpSecret(typed) ? typed : newTotpSecret()
  return (
    <Stack>
      <Note>{t('identity.totp_how')}</Note>
      <QrCode text={totpUri(secret, username, 'Đột Phá')} label={t('identity.totp_qr')} />
      <DefinitionList
        items={[
          { term: t('identity.totp_secret'), description: <code>{secret.match(/.{4}/g)?.join(' ')}</code> },
        ]}
      />
      <Hidden name="secret" value={secret} />
      <TextField
        name="code"
        label={t('identity.code')}
        hint={t('identity.code_six')}
        error={state.errors.code ?? state.errors.secret}
        autoComplete="one-time-code"
        width="half"
      />
    </Stack>
  )
}
