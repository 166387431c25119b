import { EvidenceBadge, SignalBadge, StateBadge, Tag } from '../badge.tsx'
import { Button, ButtonLink, Confirm } from '../button.tsx'
import { CourseChart } from '../course-chart.tsx'
import { TextArea } from '../field.tsx'
import { ActionBar, Form } from '../form.tsx'
import { EmptyState, Notice } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { Columns, DefinitionList, Panel, Prose, Small, Stack, Tabs } from '../panel.tsx'
import { Chain, Quote, Timeline } from '../paths.tsx'
import { Progress } from '../progress.tsx'
import { DataTable } from '../table.tsx'
import { framed, type ShowcaseOptions } from './frame.tsx'

const evidence = [
  {
    name: 'Biên bản nghiệm thu vùng lúa hữu cơ, 12 ha',
    by: 'Phòng Minh hoạ 3',
    on: '10/04/2022',
    state: 'accepted' as const,
  },
  {
    name: 'Ảnh hiện trường vùng rau hữu cơ minh hoạ sau khi cải tạo hệ thống kênh mương nội đồng',
    by: 'Phòng Minh hoạ 3',
    on: '16/05/2022',
    state: 'offered' as const,
  },
  {
    name: 'Báo cáo nhanh không có chữ ký',
    by: 'Phòng Minh hoạ 1',
    on: '02/03/2022',
    state: 'refused' as const,
  },
]

export function work(options: ShowcaseOptions): string {
  return framed(
    options,
    'Hoàn thành xây dựng từ 1–2 vùng sản xuất nông nghiệp hữu cơ',
    'list.html',
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Chương trình 2022', href: 'overview.html' },
          { label: 'Việc đột phá', href: 'list.html' },
        ]}
        kicker="2022-tuky-003 · việc của tập thể"
        title="Hoàn thành xây dựng từ 1–2 vùng sản xuất nông nghiệp hữu cơ được cấp có thẩm quyền công nhận"
        badges={
          <>
            <StateBadge state="in_progress" />
            <SignalBadge signal="at_risk" detail="Có nguy cơ: chưa vùng nào được công nhận" />
            <Tag icon="flag">Nhóm việc mới, sáng tạo, bức thiết</Tag>
          </>
        }
        actions={
          <>
            <ButtonLink href="work.html" icon="message-2">
              Báo cáo tiến độ
            </ButtonLink>
            <Button
              kind="primary"
              icon="flag-check"
              closedReason="Cần ít nhất 1 vùng được công nhận; Huyện ủy bổ sung văn bản công nhận."
              reasonIn="tooltip"
            >
              Báo hoàn thành
            </Button>
          </>
        }
      />
      <Tabs
        label="Các phần của việc"
        tabs={[
          { label: 'Việc', href: 'work.html', current: true },
          { label: 'Báo cáo', href: '#', count: 2 },
          { label: 'Minh chứng', href: '#', count: 3 },
          { label: 'Quyết định', href: '#', count: 1 },
          { label: 'Lịch sử', href: '#' },
        ]}
      />
      <Notice kind="success" title="Đã ghi báo cáo tháng 5" dismissible>
        <p>Ban Thường vụ Huyện ủy sẽ xem xét minh chứng kèm theo.</p>
      </Notice>
      <Columns>
        <Stack>
          <Panel title="Lời hứa" action={<a href="work.html">Bản 2, 15/03/2022</a>}>
            <Stack>
              <Quote
                source="Theo bài “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022"
                href="work.html"
              >
                “Huyện ủy Tứ Kỳ xác định hoàn thành xây dựng từ 1-2 vùng …”
              </Quote>
              <DefinitionList
                items={[
                  { term: 'Người đứng tên', description: <a href="work.html">Huyện ủy Tứ Kỳ</a> },
                  { term: 'Cấp giao', description: 'Ban Thường vụ Tỉnh ủy' },
                  { term: 'Hạn hoàn thành', description: '31/12/2022 (còn 227 ngày)' },
                  {
                    term: 'Sản phẩm',
                    description: 'Vùng sản xuất có văn bản công nhận của cấp có thẩm quyền',
                  },
                  {
                    term: 'Điểm nghẽn',
                    description: (
                      <Prose text="Sản xuất nhỏ lẻ; đường và kênh mương nội đồng chưa liền vùng. Đây là câu minh hoạ để thử độ dài." />
                    ),
                  },
                ]}
              />
            </Stack>
          </Panel>
          <Panel
            title="Chỉ tiêu: số vùng được công nhận"
            lead="Đặt mục tiêu · 1–2 vùng · cấp có thẩm quyền công nhận"
          >
            <Stack>
              <Progress confirmed={1} claimed={2} target={{ min: 1, max: 2 }} unit="vùng" />
              <CourseChart
                from="2022-01-01"
                to="2022-12-31"
                today="2022-05-18"
                planned={[
                  { on: '2022-01-01', value: 0 },
                  { on: '2022-04-30', value: 0.5 },
                  { on: '2022-09-30', value: 1 },
                  { on: '2022-12-31', value: 2 },
                ]}
                confirmed={[
                  { on: '2022-02-15', value: 0, href: '#' },
                  { on: '2022-04-12', value: 1, href: '#' },
                ]}
                claimed={[
                  { on: '2022-03-31', value: 1, href: '#' },
                  { on: '2022-05-16', value: 2, href: '#' },
                ]}
                target={{ min: 1, max: 2, text: '1–2 vùng' }}
                unit="vùng"
              />
            </Stack>
          </Panel>
          <Panel title="Minh chứng" action={<a href="work.html">Thêm minh chứng</a>} flush>
            <DataTable
              caption="Minh chứng"
              rows={evidence}
              rowKey={(row) => row.name}
              columns={[
                {
                  key: 'name',
                  header: 'Minh chứng',
                  kind: 'title',
                  cell: (row) => <a href="work.html">{row.name}</a>,
                },
                { key: 'by', header: 'Người nộp', cell: (row) => row.by },
                { key: 'on', header: 'Ngày', kind: 'date', cell: (row) => row.on },
                {
                  key: 'state',
                  header: 'Xem xét',
                  kind: 'state',
                  cell: (row) => <EvidenceBadge state={row.state} />,
                },
              ]}
            />
          </Panel>
          <Panel title="Văn bản công nhận" flush>
            <EmptyState
              icon="certificate"
              title="Chưa có văn bản công nhận"
              action={<ButtonLink href="work.html">Ghi văn bản công nhận</ButtonLink>}
            >
              Việc này chỉ hoàn thành khi có cấp có thẩm quyền công nhận ít nhất 1 vùng.
            </EmptyState>
          </Panel>
          <Panel title="Việc làm được lúc này">
            <Stack>
              <Confirm label="Tạm dừng việc" icon="player-pause">
                <Form action="#">
                  <TextArea name="reason" label="Lý do tạm dừng" rows={2} />
                  <ActionBar>
                    <Button kind="danger">Tạm dừng</Button>
                  </ActionBar>
                </Form>
              </Confirm>
              <Button
                kind="primary"
                icon="flag-check"
                closedReason="Cần ít nhất 1 vùng được công nhận; Huyện ủy Tứ Kỳ bổ sung văn bản công nhận của cấp có thẩm quyền."
              >
                Báo hoàn thành
              </Button>
            </Stack>
          </Panel>
        </Stack>
        <Stack>
          <Panel title="Từ chỉ đạo đến minh chứng">
            <Chain
              levels={[
                {
                  label: 'Chỉ thị',
                  nodes: [{ key: '1', label: 'Chỉ thị 05-CT/TW', href: '#', note: 'Bộ Chính trị' }],
                },
                { label: 'Kết luận', nodes: [{ key: '2', label: 'Kết luận 01-KL/TW', href: '#' }] },
                { label: 'Chương trình', nodes: [{ key: '3', label: 'Chương trình năm 2022', href: '#' }] },
                {
                  label: 'Chủ đề',
                  nodes: [{ key: '4', label: 'Nhiệm vụ trọng tâm, giải pháp đột phá', href: '#' }],
                },
                {
                  label: 'Việc',
                  nodes: [
                    {
                      key: '5',
                      label: 'Xây dựng từ 1–2 vùng sản xuất nông nghiệp hữu cơ',
                      href: 'work.html',
                      current: true,
                    },
                  ],
                },
                {
                  label: 'Chỉ tiêu',
                  nodes: [{ key: '6', label: 'Số vùng được công nhận', href: '#', note: '1 trong 1–2 vùng' }],
                },
                {
                  label: 'Minh chứng',
                  nodes: [
                    {
                      key: '7',
                      label: 'Biên bản nghiệm thu vùng lúa hữu cơ',
                      href: '#',
                      note: <EvidenceBadge state="accepted" />,
                    },
                    {
                      key: '8',
                      label: 'Ảnh hiện trường vùng rau',
                      href: '#',
                      note: <EvidenceBadge state="offered" />,
                    },
                  ],
                },
              ]}
            />
          </Panel>
          <Panel title="Các bước đã qua" action={<a href="work.html">Tất cả</a>}>
            <Timeline
              items={[
                {
                  key: '1',
                  icon: 'message-2',
                  tone: 'active',
                  title: 'Báo cáo tháng 5',
                  when: '16/05/2022',
                  actor: 'Phòng Minh hoạ 3',
                  detail: '2 vùng xây xong, chưa vùng nào có văn bản công nhận.',
                },
                {
                  key: '2',
                  icon: 'shield-check',
                  tone: 'good',
                  title: 'Chấp nhận minh chứng',
                  when: '12/04/2022',
                  actor: 'Văn phòng Minh hoạ, thay mặt Ban Thường vụ',
                },
                {
                  key: '3',
                  icon: 'user-check',
                  tone: 'given',
                  title: 'Giao việc',
                  when: '20/03/2022',
                  actor: 'Ban Thường vụ Tỉnh ủy',
                  detail: <a href="work.html">Quyết định số 01-QĐ/TU (minh hoạ)</a>,
                },
                {
                  key: '4',
                  icon: 'arrow-back-up',
                  tone: 'warn',
                  title: 'Trả lại để nêu rõ ai công nhận',
                  when: '28/02/2022',
                  actor: 'Ban Minh hoạ 1',
                },
                {
                  key: '5',
                  icon: 'send',
                  tone: 'waiting',
                  title: 'Trình đăng ký',
                  when: '15/02/2022',
                  actor: 'Huyện ủy Tứ Kỳ',
                },
              ]}
            />
            <Small>Ngày trên giấy tờ; giờ ghi sổ xem ở tab Lịch sử.</Small>
          </Panel>
        </Stack>
      </Columns>
    </>,
  )
}
