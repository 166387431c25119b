import { AuthShell } from '../auth-shell.tsx'
import { Button } from '../button.tsx'
import { Checkbox } from '../choice.tsx'
import { Document, renderPage } from '../document.tsx'
import { TextField } from '../field.tsx'
import { ActionBar, Form } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { Note } from '../panel.tsx'
import { type ShowcaseOptions, showcaseWords } from './frame.tsx'

export function signIn(options: ShowcaseOptions): string {
  return renderPage(
    <Document
      title="Đăng nhập"
      words={showcaseWords(options.language)}
      assets={options.assets}
      theme={options.theme}
    >
      <AuthShell
        subtitle="Tỉnh ủy Hải Dương"
        source={
          <p>
            Chương trình việc đột phá năm 2022 thực hiện Kết luận 01-KL/TW của Bộ Chính trị. Theo bài “Làm
            theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022.
          </p>
        }
      >
        <PageHeader title="Đăng nhập" lead="Dùng tài khoản công vụ được cấp." />
        <Notice kind="error" title="Tên đăng nhập hoặc mật khẩu chưa đúng">
          <p>Kiểm tra lại hai ô dưới đây. Sau nhiều lần sai, tài khoản tạm khoá 15 phút.</p>
        </Notice>
        <Form action="/dang-nhap">
          <TextField name="account" label="Tên đăng nhập" value="van-phong" autoComplete="username" />
          <TextField name="password" label="Mật khẩu" type="password" autoComplete="current-password" />
          <Checkbox name="remember" label="Giữ đăng nhập trên máy này" />
          <ActionBar>
            <Button kind="primary">Đăng nhập</Button>
          </ActionBar>
        </Form>
        <Note>Quên mật khẩu: liên hệ quản trị của đơn vị.</Note>
      </AuthShell>
    </Document>,
  )
}
