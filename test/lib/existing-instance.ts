/** Settings for an instance and an issuer that exist. */
export const existingInstance = {
  stage: 'production',
  instanceArn: 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555',
  instanceUrl: 'https://example.my.connect.aws',
  issuer: 'https://id.example/desk',
  clientId: 'desk-page',
  rolesClaim: 'groups',
};
