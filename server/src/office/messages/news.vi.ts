/** The words of notices and of their reading. */
export const messages = {
  'worklist.news': 'Tin mới',
  'worklist.news_lead': 'Quyết định và ý kiến về việc của tôi',
  'worklist.news_unread': 'chưa đọc',
  'worklist.news_read_all': 'Đánh dấu đã đọc',
  'worklist.news_told': 'Đã đánh dấu các tin là đã đọc.',
  'worklist.news_title': 'Tin về việc của tôi',
  'worklist.news_page_lead':
    'Điều cấp trên đã quyết định về các việc anh/chị đứng tên hoặc đăng ký, và ý kiến có nhắc tới anh/chị.',
  'worklist.news_none': 'Chưa có tin nào',
  'worklist.news_none_text':
    'Khi cấp trên trả lại, duyệt, giao hay công nhận việc của anh/chị, tin hiện ở đây.',
  'worklist.news_what': 'Tin',
  'worklist.news_when': 'Lúc',
  'worklist.news_about': 'Về',
  'worklist.news_state': 'Trạng thái',
}
