import { IllustrativeTag, SignalBadge, StateBadge } from '../badge.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Select } from '../choice.tsx'
import { TextField } from '../field.tsx'
import { formatDate, formatDaysLeft } from '../format.ts'
import { FilterBar, Pagination } from '../list-tools.tsx'
import { PageHeader } from '../page-header.tsx'
import { Cluster, Small } from '../panel.tsx'
import { Due } from '../stat.tsx'
import { type Column, DataTable } from '../table.tsx'
import type { StateKind } from '../tones.ts'
import { framed, type ShowcaseOptions } from './frame.tsx'

interface Row {
  readonly code: string
  readonly title: string
  readonly unit: string
  readonly holder: string
  readonly dueOn: string
  readonly daysLeft: number
  readonly state: StateKind
}

const names: ReadonlyArray<[string, string, string]> = [
  [
    'Hoàn thành xây dựng từ 1–2 vùng sản xuất nông nghiệp hữu cơ được cấp có thẩm quyền công nhận',
    'Huyện ủy Tứ Kỳ',
    'Ban Thường vụ',
  ],
  [
    'Số hoá toàn bộ hồ sơ đang lưu hành của Phòng Minh hoạ 3',
    'Đảng bộ Phòng Minh hoạ 3',
    'Nguyễn Minh Hoạ Ba',
  ],
  [
    'Giải phóng mặt bằng dứt điểm 4,2 ha tuyến đường minh hoạ trục Bắc – Nam, đoạn qua địa bàn xã Minh Hoạ Thượng',
    'Đảng ủy xã Minh Hoạ Thượng',
    'Trần Văn Minh Hoạ',
  ],
  ['Xoá nhà tạm cho 12 hộ nghèo', 'Mặt trận xã Minh Hoạ Hạ', 'Lê Thị Minh Hoạ'],
]
const states: readonly StateKind[] = [
  'in_progress',
  'completion_reported',
  'completed',
  'assigned',
  'suspended',
  'returned',
  'draft',
  'appraising',
]

const rows: readonly Row[] = Array.from({ length: 12 }, (_, index) => {
  const [title = '', unit = '', holder = ''] = names[index % names.length] ?? []
  return {
    code: `2022-TUKY-${String(index + 1).padStart(3, '0')}`,
    title,
    unit,
    holder,
    dueOn: `2022-0${(index % 8) + 2}-15`,
    daysLeft: index * 17 - 60,
    state: states[index % states.length] ?? 'draft',
  }
})

const columns: ReadonlyArray<Column<Row>> = [
  { key: 'code', header: 'Mã', kind: 'code', cell: (row) => row.code },
  {
    key: 'title',
    header: 'Việc đột phá',
    kind: 'title',
    cell: (row) => (
      <>
        <a href="work.html">{row.title}</a> {row.unit.includes('Minh') && <IllustrativeTag />}
      </>
    ),
  },
  {
    key: 'unit',
    header: 'Đơn vị',
    sort: { href: '?sort=unit' },
    cell: (row) => (
      <>
        {row.unit} <Small block>{row.holder}</Small>
      </>
    ),
  },
  {
    key: 'due',
    header: 'Hạn',
    kind: 'date',
    sort: { href: '?sort=-due', direction: 'ascending' },
    cell: (row) => (
      <Due
        date={formatDate(row.dueOn, 'vi')}
        relative={row.state === 'completed' ? undefined : formatDaysLeft(row.daysLeft, 'vi')}
        tone={
          row.state === 'completed'
            ? 'plain'
            : row.daysLeft < 0
              ? 'late'
              : row.daysLeft < 20
                ? 'soon'
                : 'plain'
        }
      />
    ),
  },
  {
    key: 'state',
    header: 'Trạng thái',
    kind: 'state',
    cell: (row) => (
      <Cluster>
        <StateBadge state={row.state} />
        {row.daysLeft < 0 && row.state === 'in_progress' && <SignalBadge signal="silent" />}
      </Cluster>
    ),
  },
]

export function list(options: ShowcaseOptions): string {
  return framed(
    options,
    'Việc đột phá',
    'list.html',
    <>
      <PageHeader
        title="Việc đột phá năm 2022"
        lead="Tính đến 18/05/2022, gồm cả việc minh hoạ."
        actions={
          <>
            <ButtonLink href="#" icon="file-spreadsheet" download>
              Xuất XLSX
            </ButtonLink>
            <ButtonLink href="form.html" icon="plus" kind="primary">
              Đăng ký việc
            </ButtonLink>
          </>
        }
      />
      <FilterBar
        action="list.html"
        clearHref="list.html"
        more={<TextField name="from" label="Hạn từ ngày" optional={false} />}
      >
        <TextField name="q" label="Từ khoá" placeholder="Mã, tên việc, người giữ" />
        <Select
          name="unit"
          label="Đơn vị"
          width="half"
          empty="Mọi đơn vị"
          options={[{ value: '1', label: 'Huyện ủy Tứ Kỳ' }]}
        />
        <Select
          name="state"
          label="Trạng thái"
          width="half"
          empty="Mọi trạng thái"
          options={[{ value: 'draft', label: 'Dự thảo' }]}
        />
      </FilterBar>
      <form id="bulk" method="post" action="/nhac" />
      <DataTable
        caption="Các việc đột phá"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        rowTone={(row) => (row.daysLeft < 0 && row.state === 'in_progress' ? 'late' : undefined)}
        selection={{
          name: 'works[]',
          form: 'bulk',
          value: (row) => row.code,
          label: (row) => row.title,
          actions: (
            <>
              <Button size="small" form="bulk" icon="bell">
                Nhắc báo cáo
              </Button>
              <Button size="small" form="bulk" icon="gavel">
                Đưa vào quyết định
              </Button>
            </>
          ),
        }}
      />
      <Pagination from={1} to={12} total={1591} nextHref="?after=x" />
    </>,
  )
}
