import { z } from 'zod'
import { tellUntil } from '../demonstration/index.ts'
import { audit } from '../platform/audit/audit.ts'
import * as field from '../platform/http/fields.ts'
import { problemsOf, textValue } from '../platform/http/form.ts'
import { localPath } from '../platform/http/local-path.ts'
import { apiWrite, endpoint, formRoute, page } from '../platform/http/route.ts'
import { Refusal } from '../platform/refusal.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ActionBar, Form } from '../ui/form.tsx'
import { ErrorSummary } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Sheet } from '../ui/panel.tsx'

export const dayPath = '/ngay-lam-viec'

const first = plainDate('2021-01-01')
const last = plainDate('2030-12-31')

/**
 * Moves the day of the demonstration, which goes on until that day; a real installation goes by the real date in Vietnam
 * (design 8.2).
 */
export const moveDay = endpoint({
  name: 'installation.move_day',
  input: z.strictObject({ day: field.date(), returnTo: field.optionalText(500) }),
  async run(c, input) {
    if (input.day < first || input.day > last) {
      throw new Refusal('day_out_of_range', {}, { reasons: [{ code: 'day_out_of_range', field: 'day' }] })
    }
    const moved = await c.db
      .updateTable('installation')
      .set({ today_override: input.day })
      .where('demonstration', '=', true)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) throw new Refusal('not_a_demonstration')
    await tellUntil(c, input.day)
    await audit(
      c,
      'installation.move_day',
      { kind: 'installation', id: 'installation' },
      { before: c.today, after: input.day },
    )
    return { today: input.day, returnTo: localPath(input.returnTo) }
  },
})

export const moveDayForm = formRoute({
  path: dayPath,
  endpoint: moveDay,
  told: 'app.day_moved',
  done: (result) => result.returnTo,
  async show(c, state) {
    const day = state.values === undefined ? c.today : textValue(state.values, 'day')
    return page(
      c.t('app.day_title'),
      <Sheet>
        <PageHeader title={c.t('app.day_title')} lead={c.t('app.day_lead')} />
        <ErrorSummary problems={problemsOf(state)} />
        <Form action={dayPath} idempotencyKey={state.idempotencyKey}>
          <DateField name="day" label={c.t('app.day')} value={day} error={state.errors.day} />
          <ActionBar>
            <Button kind="primary">{c.t('app.day_move')}</Button>
          </ActionBar>
        </Form>
      </Sheet>,
    )
  },
})

export const moveDayApi = apiWrite({
  method: 'PUT',
  path: '/installation/today',
  endpoint: moveDay,
  output: z.object({ today: z.string() }),
})
