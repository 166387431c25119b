import { EvidenceBadge, IllustrativeTag, SignalBadge, StateBadge } from '../badge.tsx'
import { ShareBar } from '../bars.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { CodeList } from '../code-list.tsx'
import { CourseChart } from '../course-chart.tsx'
import { KeptMeter } from '../kept-meter.tsx'
import { EmptyState, Notice } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { Cluster, Columns, DefinitionList, Panel, Stack } from '../panel.tsx'
import { PasskeyButton } from '../passkey.tsx'
import { Chain } from '../paths.tsx'
import { Progress } from '../progress.tsx'
import { QrCode } from '../qr-code.tsx'
import { Reconciliation } from '../reconciliation.tsx'
import { DataTable } from '../table.tsx'
import { evidenceLooks, signalLooks, stateLooks } from '../tones.ts'
import { framed, type ShowcaseOptions } from './frame.tsx'

const keys = <Key extends string>(looks: Readonly<Record<Key, unknown>>) => Object.keys(looks) as Key[]

/** The pieces one by one, with their empty, extreme and closed states. */
export function components(options: ShowcaseOptions): string {
  return framed(
    options,
    'Thư viện thành phần',
    'components.html',
    <Stack>
      <PageHeader title="Thư viện thành phần" lead="Mỗi trạng thái là một màu, một dấu và một từ." />
      <Panel title="Trạng thái">
        <Stack>
          <Cluster>
            {keys(stateLooks).map((state) => (
              <StateBadge key={state} state={state} />
            ))}
          </Cluster>
          <Cluster>
            {keys(signalLooks).map((signal) => (
              <SignalBadge key={signal} signal={signal} />
            ))}
          </Cluster>
          <Cluster>
            {keys(evidenceLooks).map((state) => (
              <EvidenceBadge key={state} state={state} />
            ))}
            <IllustrativeTag />
          </Cluster>
        </Stack>
      </Panel>
      <Panel title="Bước hai">
        <Stack>
          <QrCode
            text="otpauth://totp/Dot%20Pha:van-phong?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            label="Mã QR"
          />
          <CodeList
            label="Mã dự phòng"
            codes={[
              '4XP4RW-RBWG7V-QN1QJZ-6ZTB3D',
              'WTHTBC-8E7V47-QAZEHB-TCHGGP',
              '1APB4B-EB4KW0-Z0TF78-4PAXT2',
            ]}
          />
          <PasskeyButton
            name="passkey"
            label="Dùng khoá truy cập"
            askAt="#"
            purpose="prove"
            failed="Chưa nhận được khoá."
            without="Trình duyệt này không dùng được khoá truy cập."
          />
        </Stack>
      </Panel>
      <Panel title="Nút">
        <Stack>
          <Cluster>
            <Button kind="primary" icon="send">
              Trình
            </Button>
            <Button icon="pencil">Sửa</Button>
            <Button kind="danger" icon="trash">
              Rút việc
            </Button>
            <Button kind="quiet">Hủy</Button>
            <ButtonLink href="#" size="small" icon="download">
              Tải về
            </ButtonLink>
            <Button icon="dots" iconOnly>
              Thêm
            </Button>
          </Cluster>
          <Button
            kind="primary"
            closedReason="Chưa có phiếu thẩm định của người ngoài đơn vị; Ban Minh hoạ 1 lập phiếu."
          >
            Phê duyệt
          </Button>
          <Button kind="primary" closedReason="Chỉ cấp giao việc được nghiệm thu." reasonIn="tooltip">
            Nghiệm thu
          </Button>
        </Stack>
      </Panel>
      <Stack gap="small">
        <Notice kind="success" title="Đã giao 178 việc" dismissible>
          <p>Theo Quyết định số 01-QĐ/TU ngày 20/03/2022 (minh hoạ).</p>
        </Notice>
        <Notice kind="info">
          <p>Kỳ báo cáo quý II mở từ 01/07/2022.</p>
        </Notice>
        <Notice kind="warning" title="Có 2 việc trùng tên">
          <p>Xem lại trước khi phê duyệt.</p>
        </Notice>
        <Notice kind="error" title="Không giao được" errorNumber="01970f3a-77">
          <p>Người giữ việc thứ 37 không thuộc diện quản lý vào ngày 20/03/2022.</p>
        </Notice>
      </Stack>
      <Columns shape="halves">
        <Panel tone="deep">
          <KeptMeter kept={{ value: 0, href: '#' }} due={{ value: 0, href: '#' }} />
        </Panel>
        <Panel tone="deep">
          <KeptMeter
            kept={{ value: 2, href: '#' }}
            due={{ value: 3, href: '#' }}
            rest={[{ label: 'chưa xong', value: 1, href: '#', look: 'open' }]}
          />
        </Panel>
      </Columns>
      <Columns shape="halves">
        <Panel title="Tiến độ">
          <Stack>
            <Progress confirmed={null} claimed={null} target={{ min: 100 }} unit="%" />
            <Progress
              confirmed={42.5}
              claimed={98.9}
              target={{ min: 95 }}
              targetText="ít nhất 95%"
              unit="%"
            />
            <Progress
              confirmed={4}
              claimed={3}
              from={12}
              target={{ min: 3 }}
              targetText="hạng 3 trở lên"
              unit=""
            />
          </Stack>
        </Panel>
        <Panel title="Chia phần">
          <ShareBar
            label="Không có gì"
            parts={[{ key: 'a', label: 'Chưa có việc nào', tone: 'good', count: 0, href: '#' }]}
          />
        </Panel>
        <Panel title="Trống" flush>
          <EmptyState />
        </Panel>
      </Columns>
      <Columns shape="halves">
        <Panel title="Chưa có số liệu">
          <CourseChart
            from="2022-01-01"
            to="2022-12-31"
            today="2022-11-20"
            planned={[]}
            confirmed={[]}
            claimed={[]}
            target={{ min: 100, text: '100%' }}
            unit="%"
          />
        </Panel>
        <Panel title="Một năm gần xong">
          <CourseChart
            from="2022-01-01"
            to="2022-12-31"
            today="2022-11-20"
            planned={[
              { on: '2022-01-01', value: 12 },
              { on: '2022-12-31', value: 3 },
            ]}
            confirmed={[
              { on: '2022-03-01', value: 12 },
              { on: '2022-06-30', value: 9, href: '#' },
              { on: '2022-10-05', value: 4, href: '#' },
            ]}
            claimed={[
              { on: '2022-06-28', value: 8, href: '#' },
              { on: '2022-10-01', value: 4, href: '#' },
            ]}
            target={{ min: 3, text: 'hạng 3' }}
          />
        </Panel>
      </Columns>
      <Panel title="Chuỗi nằm ngang">
        <Chain
          layout="row"
          levels={[
            { label: 'Chỉ thị', nodes: [{ key: '1', label: 'Chỉ thị 05-CT/TW', href: '#' }] },
            { label: 'Kết luận', nodes: [{ key: '2', label: 'Kết luận 01-KL/TW', href: '#' }] },
            { label: 'Chương trình', nodes: [{ key: '3', label: 'Chương trình năm 2022', href: '#' }] },
            {
              label: 'Việc',
              nodes: [{ key: '4', label: 'Số hoá hồ sơ đang lưu hành', href: '#', current: true }],
            },
            { label: 'Chỉ tiêu', nodes: [{ key: '5', label: '100% văn bản đi được ký số', href: '#' }] },
            { label: 'Minh chứng', nodes: [] },
          ]}
        />
      </Panel>
      <Panel title="Dữ kiện">
        <DefinitionList
          layout="grid"
          items={[
            { term: 'Mã', description: '2022-tuky-003' },
            {
              term: 'Đơn vị đứng tên',
              description: 'Ban Chỉ đạo xây dựng vùng sản xuất tập trung minh hoạ huyện Minh Hoạ Thượng',
            },
            { term: 'Hạn', description: '31/12/2022' },
            { term: 'Người giữ', description: 'Nguyễn Thị Thuý Quỳnh (minh hoạ)' },
          ]}
        />
      </Panel>
      <Panel title="Đối chiếu" flush>
        <Reconciliation
          caption="Đối chiếu"
          claimHeader="Số việc"
          claims={[
            {
              key: 'a',
              label: 'Việc của các Đảng ủy trực thuộc',
              published: 36,
              register: 34,
              registerHref: '#',
            },
          ]}
        />
      </Panel>
      <DataTable
        caption="Bảng trống"
        columns={[]}
        rows={[]}
        rowKey={String}
        empty={
          <EmptyState
            icon="zoom-question"
            title="Không có việc nào khớp"
            action={<ButtonLink href="#">Bỏ lọc</ButtonLink>}
          >
            Thử bỏ bớt điều kiện, hoặc xem cả việc minh hoạ.
          </EmptyState>
        }
      />
    </Stack>,
  )
}
