// Both start building when they are loaded; named first, they do it while the CDK is loading, which saves most of a second.
import './build/functions.ts';
import './build/page.ts';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Context } from './context.ts';
import { DesklineStack } from './deskline-stack.ts';
import { readSettings } from './settings.ts';

/**
 * The app, for the CDK's command line and for a synth within a process (`makeApp(…).synth()`), which alone names an
 * `outdir`. An app reads no cdk.json by itself, so both pass its context. Throws `WrongSettings` for wrong settings.
 */
export function makeApp({ context, outdir }: { context: Context; outdir?: string }): App {
  const app = new App({
    context,
    outdir,
    // The command line would add these to its template and an app in a process would not.
    analyticsReporting: false,
    postCliContext: { 'aws:cdk:enable-path-metadata': false, 'aws:cdk:enable-asset-metadata': false },
    treeMetadata: false,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const settings = readSettings(app.node.tryGetContext('deskline'));
  const { instance, stage } = settings;
  // An instance that exists says where the stack belongs; else it goes wherever the caller's credentials lead.
  const env = instance.kind === 'existing' ? { region: instance.region, account: instance.account } : undefined;
  new DesklineStack(app, `deskline-${stage}`, settings, { env, terminationProtection: !settings.removable });
  return app;
}

export { readContext } from './context.ts';
