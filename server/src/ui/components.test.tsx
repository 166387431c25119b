import { readFileSync } from 'node:fs'
import type { ComponentChildren } from 'preact'
import { expect, test } from 'vitest'
import { decodeForm } from '../platform/http/form.ts'
import { initials } from './account-menu.tsx'
import { StateBadge } from './badge.tsx'
import { BarBreakdown } from './bars.tsx'
import { Button } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup, Select } from './choice.tsx'
import { CourseChart } from './course-chart.tsx'
import { DateField } from './date-field.tsx'
import { renderPart } from './document.tsx'
import { ChainSun, DrumMiddle, DrumRim } from './drum.tsx'
import { Emblem } from './emblem.tsx'
import { fieldId, NumberField, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { Icon } from './icon.tsx'
import { KeptMeter } from './kept-meter.tsx'
import { FilterBar } from './list-tools.tsx'
import { ErrorSummary } from './notice.tsx'
import { Progress } from './progress.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { applyRowsAct, RepeatRows } from './repeat-rows.tsx'
import { showcaseWords } from './showcase/frame.tsx'
import { Sprite } from './sprite.tsx'
import { DataTable } from './table.tsx'
import { useWords } from './words.tsx'

const render = (part: ComponentChildren, language: 'vi' | 'en' = 'vi') =>
  renderPart(part, showcaseWords(language))

test('what people type is shown as text, never as markup', () => {
  const html = render(
    <TextField name="title" label="<b>Tên</b>" value={'"><script>alert(1)</script>'} error="<i>sai</i>" />,
  )
  expect(html).not.toMatch(/<script|<b>Tên|<i>sai/)
  expect(html).toContain('&lt;script>')
})

test('a field ties its label, hint and error to its control', () => {
  const html = render(<TextField name="title" label="Tên việc" hint="Ngắn gọn" error="Chưa ghi" value="x" />)
  expect(html).toContain('<label for="f-title">Tên việc</label>')
  expect(html).toMatch(
    /<input[^>]*id="f-title"[^>]*aria-describedby="f-title-hint f-title-error"[^>]*aria-invalid="true"/,
  )
  expect(html).toContain('id="f-title-error"')
})

test('only a field that may stay empty says so', () => {
  expect(render(<NumberField name="a" label="A" />)).toContain('aria-required="true"')
  const optional = render(<NumberField name="a" label="A" optional />)
  expect(optional).toContain('không bắt buộc')
  expect(optional).not.toContain('aria-required')
})

test('a filter, in which nothing has to be filled in, does not say it of each field', () => {
  const html = render(
    <FilterBar action="/">
      <TextField name="a" label="A" optional />
    </FilterBar>,
  )
  expect(html).toContain('name="a"')
  expect(html).not.toMatch(/không bắt buộc|aria-required/)
})

test('the name of a field and the path of its error give the same id', () => {
  expect(fieldId('targets[1][value]')).toBe(fieldId('targets.1.value'))
  const html = render(<ErrorSummary problems={[{ field: 'targets.1.value', message: 'Ghi một con số.' }]} />)
  expect(html).toContain('href="#f-targets-1-value"')
})

test('a summary of no errors is nothing at all', () => {
  expect(render(<ErrorSummary problems={[]} />)).toBe('')
})

test('a date of the database is shown as typed, and a wrong one as it was typed', () => {
  expect(render(<DateField name="dueOn" label="Hạn" value="2022-12-31" />)).toContain('value="31/12/2022"')
  expect(render(<DateField name="dueOn" label="Hạn" value="31/02/2022" />)).toContain('value="31/02/2022"')
})

test('a select keeps the choice, and becomes searchable only where it is long', () => {
  const options = Array.from({ length: 31 }, (_, index) => ({ value: `${index}`, label: `Đơn vị ${index}` }))
  const long = render(<Select name="unit" label="Đơn vị" options={options} value="7" />)
  expect(long).toContain('<option value="7" selected>')
  expect(long).toContain('data-controller="searchable-select"')
  expect(render(<Select name="unit" label="Đơn vị" options={options.slice(1)} />)).not.toContain(
    'data-controller',
  )
})

test('the summary of errors reaches a group of radios by its first choice', () => {
  const html = render(
    <RadioGroup
      name="kind"
      label="Loại"
      value="b"
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />,
  )
  expect(html).toContain('id="f-kind"')
  expect(html).toMatch(/<input[^>]*id="f-kind-1"[^>]*value="b"[^>]*checked/)
})

test('a ticked box sends what the form decoder reads as yes', () => {
  expect(render(<Checkbox name="noSecret" label="Không có bí mật" />)).toContain('value="on"')
})

test('a form carries its version and key, and what Enter does comes first', () => {
  const html = render(
    <Form action="/a" version={3} idempotencyKey="k" enter={{ name: 'act', value: 'save' }}>
      <Button name="rowsAct" value="remove:targets:0">
        Bỏ
      </Button>
    </Form>,
  )
  expect(html).toContain('name="version" value="3"')
  expect(html).toContain('name="idempotencyKey" value="k"')
  expect(html.indexOf('value="save"')).toBeLessThan(html.indexOf('remove:targets:0'))
})

test('an act that is not open stays in the page, cannot be pressed, and says why', () => {
  const html = render(<Button closedReason="Chưa có phiếu thẩm định.">Phê duyệt</Button>)
  const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]
  expect(html).toContain('type="button"')
  expect(html).toContain('aria-disabled="true"')
  expect(html).toContain(`id="${id}"`)
  expect(html).toContain('Chưa có phiếu thẩm định.')
})

test('files that came with a wrong form are kept under their own name', () => {
  const html = render(
    <FileField
      name="minutes"
      label="Biên bản"
      kept={[{ id: 'u1', fileName: 'Biên bản.pdf', sizeBytes: 1_240_000 }]}
    />,
  )
  expect(html).toMatch(
    /name="minutesKept\[\]" value="u1"[^>]*checked|checked[^>]*name="minutesKept\[\]" value="u1"/,
  )
  expect(html).toContain('1,2 MB')
})

test('repeated rows are numbered, and an empty one waits in a template', () => {
  const html = render(
    <RepeatRows
      name="targets"
      legend="Chỉ tiêu"
      rows={['a', 'b']}
      row={(row, prefix) => <TextField name={`${prefix}[measure]`} label="Đo" value={row} />}
    />,
  )
  expect(html).toContain('name="targets[1][measure]"')
  expect(html).toContain('value="remove:targets:1"')
  expect(html).toMatch(/<template[^>]*>.*name="targets\[__row__\]\[measure\]".*<\/template>/s)
  expect(html).toContain('formnovalidate')
})

test.each([
  ['add:targets', ['a', 'b', '']],
  ['remove:targets:0', ['b']],
  ['remove:steps:0', ['a', 'b']],
  ['remove:targets:x', ['a', 'b']],
  [undefined, ['a', 'b']],
])('without scripts the button %s leaves the rows %j', (act, rows) => {
  expect(applyRowsAct(act, 'targets', ['a', 'b'], '')).toEqual(rows)
})

test('rows are not added without end', () => {
  expect(applyRowsAct('add:targets', 'targets', ['a', 'b'], '', 2)).toEqual(['a', 'b'])
})

const columns = [
  { key: 'code', header: 'Mã', kind: 'code' as const, cell: (row: string) => row },
  {
    key: 'due',
    header: 'Hạn',
    cell: () => '31/12/2022',
    sort: { href: '?sort=-due', direction: 'ascending' as const },
  },
]

test('a table names its order, its columns on cards, and its rows to be chosen', () => {
  const html = render(
    <DataTable
      caption="Việc"
      columns={columns}
      rows={['2022-tuky-001']}
      rowKey={String}
      selection={{ name: 'works[]', form: 'bulk', value: String, label: String, actions: null }}
    />,
  )
  expect(html).toContain('aria-sort="ascending"')
  expect(html).toContain('data-label="Hạn"')
  expect(html).toContain('aria-label="Chọn 2022-tuky-001"')
  expect(html).toContain('form="bulk"')
})

test('several rows or choices that are ticked are sent as a list, however they are called', () => {
  const selection = { name: 'works', form: 'bulk', value: String, label: String, actions: null }
  const rows = ['a', 'b']
  const table = render(
    <DataTable caption="Việc" columns={columns} rows={rows} rowKey={String} selection={selection} />,
  )
  const choices = rows.map((value) => ({ value, label: value }))
  const group = render(<CheckboxGroup name="works" label="Việc" choices={choices} />)
  for (const html of [table, group]) {
    const sent = [...html.matchAll(/name="([^"]+)" value="([^"]+)"/g)]
    const values = decodeForm(sent.map(([, name = '', value = '']) => [name, value] as const))
    expect(values).toEqual({ works: rows })
  }
})

test('a table without rows says so and shows no empty head', () => {
  const html = render(<DataTable caption="Việc" columns={columns} rows={[]} rowKey={String} />)
  expect(html).toContain('Chưa có gì ở đây')
  expect(html).not.toContain('<table')
})

test('a state is a word and a sign besides its colour', () => {
  const html = render(<StateBadge state="completion_reported" />)
  expect(html).toContain('Đã báo hoàn thành')
  expect(html).toContain('<svg')
})

test('what pages share is named where there is a file of it, which has all that is named, and drawn if there is none', () => {
  const drawings = [Emblem, DrumRim, DrumMiddle, ChainSun, () => <Icon name="home" />]
  const file = readFileSync(new URL('./icons.gen.svg', import.meta.url), 'utf8')
  for (const Drawing of drawings) {
    const named = render(
      <Sprite href="/s.svg">
        <Drawing />
      </Sprite>,
    )
    const [, name] = /<use href="\/s\.svg#([a-z-]+)">/.exec(named) ?? []
    expect(file).toContain(`id="${name}"`)
    expect(named).not.toContain('<path')
    expect(render(<Drawing />)).toContain('<path')
  }
})

test('a table that turns into cards says its roles, one that stays a table has them', () => {
  const columns = [{ key: 'a', header: 'A', cell: (row: string) => row }]
  const common = { caption: 'Bảng', rows: ['x'], rowKey: (row: string) => row, columns, totals: { a: 'y' } }
  expect(render(<DataTable {...common} />).match(/role="|data-label="/g)).toHaveLength(12)
  expect(render(<DataTable {...common} compact />)).not.toMatch(/role=|data-label/)
})

test('the pieces of a bar end where those before and their own end, the first on top', () => {
  const part = (count: number) => ({ count, href: `/${count}` })
  const html = render(
    <BarBreakdown
      caption="A"
      rowHeader="A"
      totalHeader="A"
      series={[
        { key: 'a', label: 'A', tone: 'good' },
        { key: 'b', label: 'B', tone: 'bad' },
      ]}
      rows={[{ key: 'a', label: 'A', href: '/', total: part(8), parts: { a: part(2), b: part(4) } }]}
    />,
  )
  const widths = [...html.matchAll(/bar-part tone-(\w+)" width="([\d.]+)%"/g)].map(([, tone, width]) => [
    tone,
    width,
  ])
  expect(widths).toEqual([
    ['bad', '75.00'],
    ['good', '25.00'],
  ])
})

test('every piece of a bar is a link, and the table next to it has the same figures', () => {
  const html = render(
    <BarBreakdown
      caption="Theo đơn vị"
      rowHeader="Đơn vị"
      totalHeader="Tổng"
      series={[{ key: 'completed', label: 'Hoàn thành', tone: 'good' }]}
      rows={[
        {
          key: 'a',
          label: 'Huyện ủy Tứ Kỳ',
          href: '/u',
          total: { count: 4, href: '/all' },
          parts: { completed: { count: 3, href: '/done' } },
          late: { count: 1, href: '/late' },
        },
      ]}
    />,
  )
  expect(html.match(/href="\/done"/g)).toHaveLength(2)
  expect(html).toContain('width="75.00%"')
  expect(html).toContain('1 chậm')
})

test('the kept meter links both its figures, and nothing due is no percentage', () => {
  const kept = render(<KeptMeter kept={{ value: 34, href: '/kept' }} due={{ value: 48, href: '/due' }} />)
  expect(kept).toContain('70,8%')
  expect(kept).toMatch(/href="\/kept"[^>]*>34</)
  expect(kept).toMatch(/href="\/due"[^>]*>48</)
  const none = render(<KeptMeter kept={{ value: 0, href: '/kept' }} due={{ value: 0, href: '/due' }} />)
  expect(none).toContain('Không phát sinh')
  expect(none).not.toContain('%')
})

test('progress keeps what is confirmed apart from what is only reported', () => {
  const html = render(<Progress confirmed={1} claimed={2} target={{ min: 1, max: 2 }} unit="vùng" />)
  expect(html).toMatch(/progress-claimed[^>]*width="100.00%"/)
  expect(html).toMatch(/progress-confirmed[^>]*width="50.00%"/)
  expect(html).toContain('1–2 vùng')
  const ceiling = (confirmed: number) =>
    render(<Progress confirmed={confirmed} claimed={null} target={{ min: 1, atMost: true }} />)
  expect(ceiling(0)).toMatch(/progress-confirmed" y="3" width="100.00%"/)
  expect(ceiling(4)).toMatch(/progress-confirmed" y="3" width="25.00%"/)
  expect(render(<Progress confirmed={null} claimed={null} target={{ min: 100 }} />)).not.toContain(
    'progress-confirmed',
  )
})

test('a target that is reached by going down fills as it goes down', () => {
  expect(render(<Progress confirmed={3} claimed={null} from={12} target={{ min: 3 }} />)).toMatch(
    /progress-confirmed[^>]*width="100.00%"/,
  )
})

test('the course says in words and in a table what it draws', () => {
  const html = render(
    <CourseChart
      from="2022-01-01"
      to="2022-12-31"
      today="2022-05-18"
      planned={[
        { on: '2022-01-01', value: 0 },
        { on: '2022-12-31', value: 2 },
      ]}
      confirmed={[{ on: '2022-04-12', value: 1, href: '/r/1' }]}
      claimed={[]}
      target={{ min: 1, max: 2, text: '1–2 vùng' }}
      unit="vùng"
    />,
  )
  expect(html).toContain('Đã xác nhận: 1 vùng. Báo cáo: chưa có. Đích: 1–2 vùng.')
  expect(html).toMatch(/<td[^>]*>12\/04\/2022<\/td>/)
})

test('a published total is never corrected by the register: both are shown, with their difference', () => {
  const claim = { key: 'a', label: 'Tập thể', published: 143, register: 142, registerHref: '/list' }
  const html = render(
    <Reconciliation
      caption="Đối chiếu"
      claimHeader="Số việc"
      claims={[claim, { ...claim, key: 'b', published: null }]}
    />,
  )
  expect(html).toContain('143')
  expect(html).toMatch(/href="\/list"[^>]*>142</)
  expect(html).toContain('lệch 1')
  expect(html).toContain('không nêu')
  expect(render(<Reconciliation caption="" claimHeader="" claims={[claim]} />, 'en')).toContain('off by 1')
})

test.each([
  ['Nguyễn Thị Thuý Quỳnh (minh hoạ)', 'TQ'],
  ['Đỗ Ân', 'ĐÂ'],
  ['Hồng', 'H'],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a component outside the words of a page is a fault, not a page in the wrong language', () => {
  function Lost() {
    return <p>{useWords().t('ui.menu')}</p>
  }
  expect(() => renderPart(<Lost />, undefined as never)).toThrow()
})
