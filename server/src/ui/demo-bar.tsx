import { Button } from './button.tsx'
import { DateInput } from './date-field.tsx'
import { Form } from './form.tsx'
import { type DateString, formatDate } from './format.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.tsx'

export interface DemoDay {
  readonly today: DateString
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
        </span>
      </p>
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
