import { Button, ButtonLink } from '../button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../choice.tsx'
import { DateField } from '../date-field.tsx'
import { NumberField, TextArea, TextField } from '../field.tsx'
import { FileField } from '../file-field.tsx'
import { ActionBar, FieldRow, FieldSet, Form } from '../form.tsx'
import { ErrorSummary } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { Panel, Sheet, Stack } from '../panel.tsx'
import { RepeatRows } from '../repeat-rows.tsx'
import { framed, type ShowcaseOptions } from './frame.tsx'

const units = Array.from({ length: 64 }, (_, index) => ({
  value: String(index),
  label: index === 0 ? 'Huyện ủy Tứ Kỳ' : `Đảng ủy xã Minh Hoạ ${index} trực thuộc Huyện ủy Minh Hoạ Thượng`,
}))

interface Target {
  readonly measure: string
  readonly value: string
  readonly unit: string
}

/** The registration of a work, come back with its errors. */
export function form(options: ShowcaseOptions): string {
  return framed(
    options,
    'Đăng ký việc đột phá',
    'form.html',
    <Sheet>
      <PageHeader
        breadcrumbs={[{ label: 'Chương trình 2022', href: 'overview.html' }]}
        title="Đăng ký việc đột phá"
        lead="Bản nháp được giữ lại; chỉ khi trình mới kiểm tra đủ."
      />
      <ErrorSummary
        problems={[
          { field: 'title', message: 'Ghi tên việc, từ 10 đến 300 ký tự.' },
          { field: 'dueOn', message: 'Hạn hoàn thành không phải là ngày có thật: 31/02/2022.' },
          { field: 'targets.1.value', message: 'Chỉ tiêu thứ hai cần một con số.' },
          { message: 'Chương trình chưa mở cho cấp cơ sở; Văn phòng Tỉnh ủy mở.' },
        ]}
      />
      <Form
        action="/dang-ky"
        upload
        guard
        version={3}
        idempotencyKey="demo"
        enter={{ name: 'act', value: 'save' }}
      >
        <Stack>
          <Panel title="Việc">
            <TextField
              name="title"
              label="Tên việc"
              value="Ngắn"
              error="Ghi tên việc, từ 10 đến 300 ký tự."
              hint="Nói rõ sẽ làm xong cái gì, ở đâu."
            />
            <FieldRow>
              <Select name="ownerUnit" label="Đơn vị đứng tên" options={units} value="0" />
              <DateField
                name="dueOn"
                label="Hạn hoàn thành"
                value="31/02/2022"
                error="Hạn hoàn thành không phải là ngày có thật: 31/02/2022."
              />
            </FieldRow>
            <TextArea name="rationale" label="Vì sao là đột phá" hint="Điểm nghẽn nào, tồn tại từ bao giờ." />
            <RadioGroup
              name="ownerKind"
              label="Ai chịu trách nhiệm"
              layout="cards"
              value="collective"
              choices={[
                {
                  value: 'collective',
                  label: 'Tập thể',
                  description: 'Kèm biên bản hoặc kết luận của cuộc họp quyết định việc này.',
                },
                {
                  value: 'individual',
                  label: 'Cá nhân',
                  description: 'Sản phẩm của riêng người giữ chức vụ, không chép lại việc của đơn vị.',
                },
              ]}
            />
            <CheckboxGroup
              name="contentGroups[]"
              label="Nhóm nội dung của huyện"
              optional
              values={['new']}
              choices={[
                { value: 'remedy', label: 'Khắc phục hạn chế của năm trước' },
                { value: 'new', label: 'Việc đột phá, mới, sáng tạo, bức thiết của năm' },
                { value: 'closed', label: 'Nhóm đã đóng', closedReason: 'Chỉ dùng cho năm 2021.' },
              ]}
            />
          </Panel>
          <Panel>
            <RepeatRows<Target>
              name="targets"
              legend="Chỉ tiêu"
              hint="Mỗi chỉ tiêu có con số và đơn vị, hoặc một sản phẩm."
              addLabel="Thêm chỉ tiêu"
              rows={[
                { measure: 'Vùng sản xuất hữu cơ được công nhận', value: '1', unit: 'vùng' },
                { measure: 'Tỷ lệ văn bản đi được ký số', value: 'nhiều', unit: '%' },
              ]}
              row={(row, prefix, index) => (
                <>
                  <TextField name={`${prefix}[measure]`} label="Đo cái gì" value={row?.measure} />
                  <NumberField
                    name={`${prefix}[value]`}
                    label="Ít nhất"
                    width="short"
                    value={row?.value}
                    error={index === 1 && row ? 'Ghi một con số.' : undefined}
                  />
                  <TextField name={`${prefix}[unit]`} label="Đơn vị tính" width="short" value={row?.unit} />
                </>
              )}
            />
          </Panel>
          <Panel title="Nguồn lực và tài liệu">
            <NumberField
              name="budget"
              label="Kinh phí"
              unit="triệu đồng"
              value="1.250,5"
              optional
              width="half"
            />
            <FileField
              name="minutes"
              label="Biên bản cuộc họp"
              hint="PDF, DOCX hoặc ảnh; mỗi tệp tối đa 20 MB."
              multiple
              kept={[
                {
                  id: 'a1',
                  fileName: 'Biên bản họp Ban Thường vụ ngày 10-02-2022 (bản có chữ ký).pdf',
                  sizeBytes: 1_240_000,
                },
              ]}
            />
            <Checkbox name="noSecret" label="Nội dung không chứa bí mật nhà nước" checked />
          </Panel>
          <Panel>
            <FieldSet legend="Rủi ro" lead="Điều gì có thể khiến việc này không xong trong năm?">
              <TextArea name="risk" label="Rủi ro lớn nhất" optional rows={2} />
              <TextField name="request" label="Đề nghị cấp trên" optional />
            </FieldSet>
          </Panel>
        </Stack>
        <ActionBar note="Sau khi trình, chỉ sửa được khi bị trả lại." sticky>
          <Button kind="primary" icon="send" name="act" value="submit">
            Trình thẩm định
          </Button>
          <Button icon="device-floppy" name="act" value="save">
            Lưu bản nháp
          </Button>
          <ButtonLink href="list.html" kind="quiet">
            Hủy
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>,
  )
}
