/** Settings for an instance that exists. */
export const existingInstance = {
  stage: 'production',
  instanceArn: 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555',
  instanceUrl: 'https://example.my.connect.aws',
  signInDomain: 'example-desk',
};
