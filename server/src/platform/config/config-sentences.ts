/**
 * What each setting must be, for error messages. They are needed before the message catalogue is known, and so are in
 * both languages; a test finds a setting without a message.
 */
export const settingSentences: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  PORT: { vi: 'cần một số cổng từ 0 đến 65535.', en: 'a port number from 0 to 65535 is needed.' },
  HOST: {
    vi: 'cần địa chỉ mạng mà máy chủ lắng nghe, ví dụ 127.0.0.1.',
    en: 'the network address to listen on is needed, such as 127.0.0.1.',
  },
  DATA_DIR: { vi: 'cần đường dẫn của thư mục dữ liệu.', en: 'the path of the data folder is needed.' },
  DATABASE_URL: {
    vi: 'cần địa chỉ PostgreSQL dạng postgres://tài-khoản:mật-khẩu@máy:5432/tên; ký tự như @ / # trong mật khẩu viết là %40 %2F %23.',
    en: 'an address of PostgreSQL is needed, as in postgres://login:password@host:5432/name; @ / # in the password are written %40 %2F %23.',
  },
  SECRET_KEY: {
    vi: 'cần khoá 32 byte viết bằng base64, tạo bằng openssl rand -base64 32; khoá cũ viết tiếp sau, cách nhau bằng dấu phẩy hoặc xuống dòng.',
    en: 'a key of 32 bytes in base64 is needed, as openssl rand -base64 32 makes it; older keys follow it, parted by commas or lines.',
  },
  PUBLIC_URL: {
    vi: 'cần địa chỉ đầy đủ mà người dùng gõ, ví dụ https://dotpha.tinh.vn.',
    en: 'the whole address that people type is needed, such as https://dotpha.example.vn.',
  },
  DEMO: { vi: 'ghi 1 (có) hoặc 0 (không).', en: 'write 1 (yes) or 0 (no).' },
  LOG_LEVEL: {
    vi: 'chọn một trong fatal, error, warn, info, debug, silent.',
    en: 'choose one of fatal, error, warn, info, debug, silent.',
  },
  TRUST_PROXY: {
    vi: 'ghi 0 (không có proxy), số proxy đứng trước máy chủ (1 đến 9), hoặc danh sách địa chỉ, mạng của các proxy, cách nhau bằng dấu phẩy, ví dụ 10.0.0.0/24.',
    en: 'write 0 (no proxy), how many proxies stand in front (1 to 9), or the addresses or networks of the proxies, separated by commas, such as 10.0.0.0/24.',
  },
  UPLOAD_LIMIT_MB: {
    vi: 'cần số nguyên từ 1 đến 1024 (MB).',
    en: 'a whole number from 1 to 1024 (MB) is needed.',
  },
  UPLOADS_WAITING_MB: {
    vi: 'cần số nguyên từ 1 đến 1000000 (MB).',
    en: 'a whole number from 1 to 1000000 (MB) is needed.',
  },
  DATABASE_CONNECTIONS: {
    vi: 'cần số nguyên từ 2 đến 500.',
    en: 'a whole number from 2 to 500 is needed.',
  },
  STATEMENT_TIMEOUT_S: {
    vi: 'cần số nguyên từ 1 đến 600 (giây).',
    en: 'a whole number from 1 to 600 (seconds) is needed.',
  },
  BLOB_STORE: {
    vi: 'ghi “folder”, hoặc s3://bucket/tiền-tố với tên bucket bằng chữ thường.',
    en: 'write "folder", or s3://bucket/prefix with the bucket in lower case.',
  },
  S3_ENDPOINT: {
    vi: 'cần địa chỉ của dịch vụ S3, ví dụ https://s3.tinh.vn.',
    en: 'the address of the S3 service is needed, such as https://s3.example.vn.',
  },
  S3_REGION: {
    vi: 'cần tên vùng, ví dụ us-east-1.',
    en: 'the name of a region is needed, such as us-east-1.',
  },
  S3_ACCESS_KEY_ID: {
    vi: 'BLOB_STORE là S3 nên cần khoá truy cập.',
    en: 'BLOB_STORE is S3, so an access key is needed.',
  },
  S3_SECRET_ACCESS_KEY: {
    vi: 'BLOB_STORE là S3 nên cần khoá bí mật, ở đây hoặc trong tệp mà S3_SECRET_ACCESS_KEY_FILE chỉ tới.',
    en: 'BLOB_STORE is S3, so the secret key is needed, here or in the file that S3_SECRET_ACCESS_KEY_FILE names.',
  },
  CLAMD_SOCKET: {
    vi: 'cần đường dẫn socket của clamd, ví dụ /run/clamav/clamd.ctl, hoặc máy:cổng như 127.0.0.1:3310.',
    en: 'the path of the socket of clamd is needed, such as /run/clamav/clamd.ctl, or host:port such as 127.0.0.1:3310.',
  },
  CLAMD_AWAY: {
    vi: 'ghi refuse (không nhận tệp khi máy quét vi-rút không trả lời) hoặc take (nhận, ghi là chưa quét).',
    en: 'write refuse (no file is taken while the virus scanner does not answer) or take (taken, recorded as not scanned).',
  },
  METRICS: { vi: 'chọn off, loopback hoặc token.', en: 'choose off, loopback or token.' },
  METRICS_TOKEN: {
    vi: 'METRICS là token nên cần mã ít nhất 16 ký tự, ở đây hoặc trong tệp mà METRICS_TOKEN_FILE chỉ tới.',
    en: 'METRICS is token, so one of at least 16 characters is needed, here or in the file that METRICS_TOKEN_FILE names.',
  },
  REQUESTS_PER_MINUTE: {
    vi: 'cần số nguyên từ 0 (không giới hạn) đến 1000000.',
    en: 'a whole number from 0 (no bound) to 1000000 is needed.',
  },
  WRITES_PER_MINUTE: {
    vi: 'cần số nguyên từ 0 (không giới hạn) đến 1000000.',
    en: 'a whole number from 0 (no bound) to 1000000 is needed.',
  },
  ADDRESS_REQUESTS_PER_MINUTE: {
    vi: 'cần số nguyên từ 0 đến 1000000; 0 là không giới hạn.',
    en: 'a whole number from 0 to 1000000 is needed; 0 means no bound.',
  },
  ADDRESS_WRITES_PER_MINUTE: {
    vi: 'cần số nguyên từ 0 đến 1000000; 0 là không giới hạn.',
    en: 'a whole number from 0 to 1000000 is needed; 0 means no bound.',
  },
  UPLOADS_AT_ONCE: {
    vi: 'cần số nguyên từ 1 đến 1000.',
    en: 'a whole number from 1 to 1000 is needed.',
  },
  DRAIN_S: {
    vi: 'cần số nguyên từ 0 đến 300 (giây).',
    en: 'a whole number from 0 to 300 (seconds) is needed.',
  },
  DISK_FREE_MB: {
    vi: 'cần số nguyên từ 0 đến 1000000 (MB).',
    en: 'a whole number from 0 to 1000000 (MB) is needed.',
  },
  CLOCK_LAG_S: {
    vi: 'cần số nguyên từ 1 đến 43200 (giây).',
    en: 'a whole number from 1 to 43200 (seconds) is needed.',
  },
  AUDIT_ROOTS_DIR: {
    vi: 'cần đường dẫn của thư mục để ghi gốc của nhật ký niêm phong.',
    en: 'the path of the folder for the roots of the sealed record is needed.',
  },
  TSA_URL: {
    vi: 'cần địa chỉ http hoặc https của dịch vụ cấp dấu thời gian (RFC 3161).',
    en: 'the http or https address of a time-stamping service (RFC 3161) is needed.',
  },
  TSA_CA_FILE: {
    vi: 'cần đường dẫn của tệp PEM có chứng thư gốc của dịch vụ cấp dấu thời gian.',
    en: 'the path of a PEM file with the root certificate of the time-stamping service is needed.',
  },
  SMTP_URL: {
    vi: 'cần địa chỉ máy chủ thư, ví dụ smtps://tài-khoản:mật-khẩu@thu.tinh.vn:465.',
    en: 'the address of the mail server is needed, such as smtps://login:password@mail.example.vn:465.',
  },
  MAIL_FROM: {
    vi: 'cần địa chỉ gửi thư, ví dụ Đột Phá <dotpha@tinh.vn>.',
    en: 'the address that letters come from is needed, such as Dot Pha <dotpha@example.vn>.',
  },
  MAIL_DOMAINS: {
    vi: 'ghi các tên miền cách nhau bằng dấu phẩy, ví dụ tinh.vn, tinhuy.vn.',
    en: 'write domains parted by commas, such as example.vn, office.example.vn.',
  },
  WEBHOOK_HOSTS: {
    vi: 'ghi các máy chủ được nhận sự kiện, cách nhau bằng dấu phẩy, ví dụ ioc.tinh.vn, *.tinh.vn:8443, http://10.1.2.3:8080.',
    en: 'write the hosts that may receive events, parted by commas, such as ioc.example.vn, *.example.vn:8443, http://10.1.2.3:8080.',
  },
  OIDC_ISSUER: {
    vi: 'cần địa chỉ https của nơi cấp danh tính, đúng như nơi đó công bố.',
    en: 'the https address of the identity provider is needed, exactly as it publishes it.',
  },
  OIDC_CLIENT_ID: {
    vi: 'cần mã phần mềm mà nơi cấp danh tính đã cho.',
    en: 'the client id that the identity provider gave is needed.',
  },
  OIDC_CLIENT_SECRET: {
    vi: 'cần bí mật của phần mềm, hoặc OIDC_CLIENT_SECRET_FILE.',
    en: 'the client secret is needed, or OIDC_CLIENT_SECRET_FILE.',
  },
  OIDC_LABEL: {
    vi: 'cần tên ngắn của nơi cấp danh tính, tối đa 60 ký tự.',
    en: 'a short name of the identity provider is needed, 60 characters at most.',
  },
  OIDC_ACCOUNT_CLAIM: {
    vi: 'cần tên một thông tin mà nơi cấp danh tính xác nhận, ví dụ preferred_username.',
    en: 'the name of a claim that the identity provider vouches for is needed, such as preferred_username.',
  },
}
