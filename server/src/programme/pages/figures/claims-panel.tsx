import { Panel, Small, Stack } from '../../../ui/panel.tsx'
import { Help } from '../../../ui/paths.tsx'
import { Reconciliation } from '../../../ui/reconciliation.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ClaimView } from '../../figures/claims.ts'
import { paths } from '../../paths.ts'

/** Published totals next to the register: two numbers, neither set to the other (programme specification, 6.1). */
export function ClaimsPanel(props: { readonly claims: readonly ClaimView[]; readonly citation: string }) {
  const { t } = useWords()
  if (props.claims.length === 0) return null
  return (
    <Panel
      title={t('programme.claims')}
      lead={t('programme.claims_lead')}
      flush
      id="so-da-cong-bo"
      footer={
        <Stack gap="small">
          <a href={paths.article()}>{props.citation}</a>
          <Help label={t('programme.claims_help')}>{t('programme.claims_help_text')}</Help>
        </Stack>
      }
    >
      <Reconciliation
        caption={t('programme.claims')}
        claimHeader={t('programme.claim')}
        claims={props.claims.map((claim) => ({
          key: claim.ref,
          label: claim.label,
          published: claim.published,
          publishedHref: `${paths.article()}#${claim.ref}`,
          register: claim.register,
          registerHref: paths.works(claim.filter),
          partial: claim.verdict === 'partial',
          note: <ClaimNote claim={claim} />,
        }))}
      />
    </Panel>
  )
}

function ClaimNote({ claim }: { claim: ClaimView }) {
  const { t } = useWords()
  return (
    <>
      “{claim.sourceQuote}”{claim.statedBy !== null && <> – {claim.statedBy}</>}
      {claim.assumption !== null && <Small block>{claim.assumption}</Small>}
      {claim.verdict === 'partial' && <Small block>{t('programme.claim_partial')}</Small>}
    </>
  )
}
