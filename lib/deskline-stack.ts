import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Agents } from './agents.ts';
import { Alarms } from './alarms.ts';
import { ContactEvents } from './contact-events.ts';
import { ContactFlows } from './contact-flows.ts';
import { DeskApi } from './desk-api.ts';
import { DeskPage } from './desk-page.ts';
import { Desks } from './desks.ts';
import { Directory } from './directory.ts';
import { IdentifyCaller } from './identify-caller.ts';
import { Instance } from './instance.ts';
import { Interactions } from './interactions.ts';
import { Line } from './line.ts';
import { Presence } from './presence.ts';
import { RouteTransfer } from './route-transfer.ts';
import type { Settings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { Stores } from './stores.ts';

/** All of Deskline, in the order in which a call meets it. */
export class DesklineStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, props: StackProps = {}) {
    super(scope, id, props);
    const alarms = new Alarms(this, 'Alarms');
    const common = { settings, alarms };
    const directory = new Directory(this, 'Directory', settings);
    const interactions = new Interactions(this, 'Interactions', settings);

    const instance = new Instance(this, 'Instance', settings);
    const stores = new Stores(this, 'Stores', instance, settings);
    const line = new Line(this, 'Line', { instance, ...common });
    const flows = new ContactFlows(this, 'Flows', { instance });
    const desks = new Desks(this, 'Desks', { instance, line, flows, settings });
    const identifyCaller = new IdentifyCaller(this, 'IdentifyCaller', { instance, directory, interactions, ...common });
    const routeTransfer = new RouteTransfer(this, 'RouteTransfer', { instance, ...common });
    const entrances = flows.lead({ desks, identifyCaller, routeTransfer });
    const transfers = line.link({ desks, entrances });
    new ContactEvents(this, 'ContactEvents', { instance, interactions, ...common });
    new Presence(this, 'Presence', { instance, stores, directory, ...common });
    const agents = new Agents(this, 'Agents', { instance, directory, desks, entrances, ...common });

    const signIn = new SignIn(this, 'SignIn', settings);
    const api = new DeskApi(this, 'DeskApi', {
      instance,
      directory,
      interactions,
      agents,
      transfers,
      signIn,
      ...common,
    });
    const page = new DeskPage(this, 'DeskPage', { api, instance, signIn, settings });
    const { audience, ...client } = signIn.page('Desk', `${page.url}/`);
    api.serve(audience);
    page.publish(client);
    instance.approveOrigin(page.url);
  }
}
