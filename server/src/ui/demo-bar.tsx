import { Button } from './button.tsx'
import { DateInput } from './date-field.tsx'
import { Form } from './form.tsx'
import { type DateString, formatDate, formatDateInput } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

export interface DemoDay {
  readonly today: DateString
  /** The last day of which its data tells. */
  readonly endsOn?: DateString | undefined
  /** Days that are worth a look, one press away. */
  readonly days?: readonly DateString[] | undefined
  /** Where `day` (dd/mm/yyyy) and `returnTo` are posted; left out for those who may not move the day. */
  readonly action?: string | undefined
  readonly returnTo?: string | undefined
  readonly idempotencyKey?: string | undefined
  /** What was typed, and why it was refused. */
  readonly typed?: string | undefined
  readonly error?: string | undefined
}

/** Says on every page that the data is the demonstration's, and lets its day be moved. */
export function DemoBar(props: DemoDay) {
  const { t, language } = useWords()
  return (
    <aside class="demo" aria-label={t('ui.demo')}>
      <p>
        <Icon name="calendar-event" size={18} />
        <span>
          <b>{t('ui.demo')}</b> <span aria-hidden="true">·</span>{' '}
          {t('ui.demo_today', { date: formatDate(props.today, language) })}
          {props.endsOn && (
            <>
              {' '}
              <span aria-hidden="true">·</span>{' '}
              {t(props.today > props.endsOn ? 'ui.demo_over' : 'ui.demo_until', {
                date: formatDate(props.endsOn, language),
              })}
            </>
          )}
        </span>
      </p>
      {props.action && props.days && <SuggestedDays {...props} action={props.action} days={props.days} />}
      {props.action && (
        <Form
          action={props.action}
          layout="inline"
          hidden={{ returnTo: props.returnTo }}
          idempotencyKey={props.idempotencyKey}
          label={t('ui.demo_day')}
        >
          <DateInput
            name="day"
            id="demo-day"
            value={props.typed ?? props.today}
            label={t('ui.demo_day')}
            error={props.error}
            small
          />
          <Button size="small">{t('ui.demo_move')}</Button>
        </Form>
      )}
    </aside>
  )
}

function SuggestedDays(props: DemoDay & { readonly action: string; readonly days: readonly DateString[] }) {
  const { t } = useWords()
  // As an official writes it, and no longer than the room beside the date: 30/4, 15/11.
  const shortDate = (day: DateString) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
  return (
    <Form
      action={props.action}
      hidden={{ returnTo: props.returnTo }}
      idempotencyKey={props.idempotencyKey}
      label={t('ui.demo_days')}
    >
      <span class="cluster">
        {props.days
          .filter((day) => day !== props.today)
          .map((day) => (
            <Button key={day} kind="quiet" size="small" name="day" value={formatDateInput(day)}>
              {shortDate(day)}
            </Button>
          ))}
      </span>
    </Form>
  )
}
