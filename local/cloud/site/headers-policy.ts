/** ResponseHeadersPolicyConfig, as far as it is emulated. */
interface HeadersPolicyConfig {
  CorsConfig?: unknown;
  ServerTimingHeadersConfig?: unknown;
  RemoveHeadersConfig?: { Items: { Header: string }[] };
  CustomHeadersConfig?: { Items: { Header: string; Value: string; Override: boolean }[] };
  SecurityHeadersConfig?: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string; Override: boolean };
    ContentTypeOptions?: { Override: boolean };
    FrameOptions?: { FrameOption: string; Override: boolean };
    ReferrerPolicy?: { ReferrerPolicy: string; Override: boolean };
    StrictTransportSecurity?: {
      AccessControlMaxAgeSec: number;
      IncludeSubdomains?: boolean;
      Preload?: boolean;
      Override: boolean;
    };
    XSSProtection?: { Protection: boolean; ModeBlock?: boolean; ReportUri?: string; Override: boolean };
  };
}

type Headers = Record<string, string>;

/** What an AWS::CloudFront::ResponseHeadersPolicy makes of the origin's headers. Throws for parts not emulated. */
export function headersPolicy(config: HeadersPolicyConfig): (headers: Headers) => Headers {
  for (const part of ['CorsConfig', 'ServerTimingHeadersConfig'] as const) {
    if (config[part] !== undefined) throw new Error(`not emulated: ${part} of a response headers policy`);
  }
  const security = config.SecurityHeadersConfig ?? {};
  const set: { name: string; value: string; override: boolean }[] = [];
  const add = (name: string, value: string, override: boolean) => set.push({ name, value, override });

  const { ContentSecurityPolicy: csp, StrictTransportSecurity: hsts, XSSProtection: xss } = security;
  if (csp) add('content-security-policy', csp.ContentSecurityPolicy, csp.Override);
  if (security.ContentTypeOptions) add('x-content-type-options', 'nosniff', security.ContentTypeOptions.Override);
  if (security.FrameOptions) {
    add('x-frame-options', security.FrameOptions.FrameOption, security.FrameOptions.Override);
  }
  if (security.ReferrerPolicy) {
    add('referrer-policy', security.ReferrerPolicy.ReferrerPolicy, security.ReferrerPolicy.Override);
  }
  if (hsts) {
    const more = `${hsts.IncludeSubdomains ? '; includeSubDomains' : ''}${hsts.Preload ? '; preload' : ''}`;
    add('strict-transport-security', `max-age=${hsts.AccessControlMaxAgeSec}${more}`, hsts.Override);
  }
  if (xss) {
    const more = `${xss.ModeBlock ? '; mode=block' : ''}${xss.ReportUri ? `; report=${xss.ReportUri}` : ''}`;
    add('x-xss-protection', xss.Protection ? `1${more}` : '0', xss.Override);
  }
  for (const { Header, Value, Override } of config.CustomHeadersConfig?.Items ?? []) {
    add(Header.toLowerCase(), Value, Override);
  }
  const removed = (config.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header.toLowerCase());

  return (headers) => {
    const result = { ...headers };
    for (const name of removed) delete result[name];
    for (const { name, value, override } of set) if (override || !(name in result)) result[name] = value;
    return result;
  };
}
