import { IllustrativeTag, SignalBadge } from '../badge.tsx'
import { BarBreakdown, type BarRow, type Series, ShareBar } from '../bars.tsx'
import { ButtonLink } from '../button.tsx'
import { Select } from '../choice.tsx'
import { DateField } from '../date-field.tsx'
import { KeptMeter } from '../kept-meter.tsx'
import { FilterBar } from '../list-tools.tsx'
import { PageHeader } from '../page-header.tsx'
import { Columns, Panel, Small, Stack } from '../panel.tsx'
import { DueList, Help, Quote } from '../paths.tsx'
import { Reconciliation } from '../reconciliation.tsx'
import { Due, Stat, Stats } from '../stat.tsx'
import { framed, type ShowcaseOptions } from './frame.tsx'

const href = 'list.html'

const series: readonly Series[] = [
  { key: 'completed', label: 'Hoàn thành', tone: 'good', icon: 'circle-check' },
  { key: 'on_course', label: 'Đúng tiến độ', tone: 'active', icon: 'trending-up' },
  { key: 'assigned', label: 'Đã giao, chưa làm', tone: 'given', icon: 'user-check' },
  { key: 'at_risk', label: 'Có nguy cơ', tone: 'waiting', icon: 'alert-triangle' },
  { key: 'late', label: 'Chậm hạn', tone: 'bad', icon: 'clock-exclamation' },
]

const units: ReadonlyArray<readonly [string, readonly number[]]> = [
  ['Huyện ủy Tứ Kỳ', [41, 214, 78, 22, 25]],
  ['Thành ủy Minh Hoạ Đông', [30, 96, 41, 12, 19]],
  ['Huyện ủy Minh Hoạ Thượng', [22, 80, 36, 20, 14]],
  ['Đảng ủy Khối các cơ quan và doanh nghiệp minh hoạ', [18, 60, 22, 6, 9]],
  ['Huyện ủy Minh Hoạ Hạ', [9, 52, 40, 4, 6]],
  ['Đảng ủy Quân sự minh hoạ', [12, 30, 4, 1, 2]],
  ['Sở Minh hoạ 2', [3, 8, 2, 0, 0]],
]

const rows: readonly BarRow[] = units.map(([label, counts]) => ({
  key: label,
  label,
  href,
  total: { count: counts.reduce((a, b) => a + b, 0), href },
  late: { count: counts[4] ?? 0, href },
  parts: Object.fromEntries(series.map((one, index) => [one.key, { count: counts[index] ?? 0, href }])),
}))

export function overview(options: ShowcaseOptions): string {
  return framed(
    options,
    'Tổng quan',
    'overview.html',
    <Stack>
      <PageHeader
        title="Chương trình việc đột phá năm 2022"
        lead="Tỉnh Hải Dương · tính đến Thứ Tư, 18/05/2022"
        actions={
          <>
            <ButtonLink href="#" icon="printer">
              In báo cáo
            </ButtonLink>
            <ButtonLink href="form.html" kind="primary" icon="plus">
              Đăng ký việc
            </ButtonLink>
          </>
        }
      />
      <FilterBar action="overview.html">
        <Select name="unit" label="Đơn vị" empty={false} options={[{ value: 'tinh', label: 'Toàn tỉnh' }]} />
        <DateField name="asOf" label="Tính đến ngày" value="2022-05-18" />
        <Select
          name="illustrative"
          label="Dữ liệu minh hoạ"
          empty={false}
          options={[{ value: 'include', label: 'Gồm cả minh hoạ' }]}
          width="half"
        />
      </FilterBar>
      <Panel tone="deep">
        <KeptMeter
          kept={{ value: 34, href }}
          due={{ value: 48, href }}
          rest={[
            { label: 'xong sau hạn', value: 5, href, look: 'late' },
            { label: 'chưa xong', value: 9, href, look: 'open' },
          ]}
          second={{ label: 'Theo ngày hứa đầu tiên', kept: { value: 29, href }, due: { value: 48, href } }}
        />
      </Panel>
      <Stats columns={3}>
        <Stat
          label="Đã đăng ký"
          value={1591}
          href={href}
          icon="pencil"
          tone="grey"
          note="182 đang thẩm định"
        />
        <Stat
          label="Đã giao"
          value={1178}
          href={href}
          icon="user-check"
          tone="given"
          note="theo 9 quyết định"
        />
        <Stat
          label="Đúng tiến độ"
          value={540}
          href={href}
          icon="trending-up"
          tone="active"
          note="46% việc đã giao"
        />
        <Stat label="Có nguy cơ" value={65} href={href} icon="alert-triangle" tone="warn" note="31 lỡ mốc" />
        <Stat
          label="Chậm hạn"
          value={75}
          href={href}
          icon="clock-exclamation"
          tone="bad"
          note="lâu nhất 60 ngày"
        />
        <Stat
          label="Chưa báo cáo"
          value={118}
          href={href}
          icon="message-off"
          tone="warn"
          note="quý I, hạn 05/04/2022"
        />
      </Stats>
      <Columns>
        <Panel
          title="Theo đơn vị"
          lead="Việc đã giao, theo tình trạng hôm nay"
          action={<a href={href}>Xem tất cả</a>}
        >
          <BarBreakdown
            caption="Việc đã giao theo đơn vị"
            rowHeader="Đơn vị"
            totalHeader="Tổng"
            series={series}
            rows={rows}
          />
        </Panel>
        <Panel title="Ai đang nợ gì" action={<a href={href}>Tất cả 118</a>}>
          <DueList
            items={[
              {
                key: '1',
                title: 'Giải phóng mặt bằng dứt điểm 4,2 ha tuyến trục Bắc – Nam',
                href,
                who: (
                  <>
                    Đảng ủy xã Minh Hoạ Thượng · Trần Văn Minh Hoạ <IllustrativeTag />
                  </>
                ),
                due: <Due date="19/03/2022" relative="chậm 60 ngày" tone="late" />,
              },
              {
                key: '2',
                title: 'Số hoá toàn bộ hồ sơ đang lưu hành của Phòng Minh hoạ 3',
                href,
                who: (
                  <>
                    Đảng bộ Phòng Minh hoạ 3 <IllustrativeTag />
                  </>
                ),
                due: <SignalBadge signal="silent" detail="Chưa báo cáo quý I" />,
              },
              {
                key: '3',
                title: 'Xoá nhà tạm cho 12 hộ nghèo',
                href,
                who: (
                  <>
                    Mặt trận xã Minh Hoạ Hạ <IllustrativeTag />
                  </>
                ),
                due: <Due date="20/05/2022" relative="còn 2 ngày" tone="soon" />,
              },
              {
                key: '4',
                title: 'Rút ngắn một nửa thời gian giải quyết thủ tục đất đai của hộ gia đình, cá nhân',
                href,
                who: (
                  <>
                    Sở Minh hoạ 2 <IllustrativeTag />
                  </>
                ),
                due: <SignalBadge signal="at_risk" />,
              },
            ]}
          />
        </Panel>
      </Columns>
      <Columns>
        <Panel
          title="Số đã công bố bên số trong sổ"
          lead="Hai số đứng cạnh nhau, không số nào sửa số nào"
          flush
        >
          <Reconciliation
            caption="Số đã công bố và số trong sổ"
            claimHeader="Số việc"
            claims={[
              {
                key: '36',
                label: 'Huyện ủy, Thành ủy, Đảng ủy trực thuộc Tỉnh ủy lựa chọn',
                published: 36,
                publishedHref: '#',
                register: 36,
                registerHref: href,
              },
              {
                key: '178',
                label: 'Giao cấp trưởng diện Ban Thường vụ Tỉnh ủy quản lý',
                published: 178,
                publishedHref: '#',
                register: 178,
                registerHref: href,
              },
              {
                key: '143',
                label: 'Ban Thường vụ Huyện ủy Tứ Kỳ giao tập thể',
                published: 143,
                publishedHref: '#',
                register: 142,
                registerHref: href,
              },
              {
                key: '234',
                label: 'Ban Thường vụ Huyện ủy Tứ Kỳ giao cá nhân',
                published: 234,
                publishedHref: '#',
                register: 234,
                registerHref: href,
              },
              {
                key: 'none',
                label: 'Tổ chức cơ sở đảng đăng ký, toàn tỉnh',
                published: null,
                register: 1001,
                registerHref: href,
              },
            ]}
          />
        </Panel>
        <Stack>
          <Panel title="Theo chủ đề">
            <ShareBar
              label="Việc đã giao theo chủ đề"
              parts={[
                { key: 'a', label: 'Tồn tại, hạn chế, khâu yếu, việc khó', tone: 'given', count: 512, href },
                {
                  key: 'b',
                  label: 'Nhiệm vụ trọng tâm, giải pháp đột phá',
                  tone: 'active',
                  count: 430,
                  href,
                },
                { key: 'c', label: 'Bức xúc, kéo dài trong nhân dân', tone: 'waiting', count: 236, href },
              ]}
            />
          </Panel>
          <Panel>
            <Quote source="Theo bài “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022" href="#">
              “… đã thẩm định và giao thực hiện 143 việc đột phá …”
            </Quote>
            <Help label="Số này được đếm thế nào?">
              Bộ lọc của mỗi số đã công bố được áp vào sổ tại ngày đang xem.{' '}
              <Small>Bấm vào số để mở đúng danh sách được đếm.</Small>
            </Help>
          </Panel>
        </Stack>
      </Columns>
    </Stack>,
  )
}
