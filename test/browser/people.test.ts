import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personItems } from '../../domain/directory/items.ts';
import type { Person } from '../../domain/directory/types.ts';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, leaveWork, newPage, signIn, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let agent: AgentPage;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  agent = await atWork(browser, desk);
  await searchField().waitFor();
});
afterEach(() => leaveWork(browser, desk));

const searchField = () => agent.page.getByRole('combobox', { name: 'Search people, numbers, requests' });
const options = () => agent.page.getByRole('listbox', { name: 'People found' }).getByRole('option');
const heading = () => agent.page.getByRole('main').getByRole('heading', { level: 2 }).first();

/** Nothing for axe to find, nothing in the console but refusals that the test brought about. */
async function clean(allowed = /^$/): Promise<void> {
  expect(await axe(agent.page)).toEqual([]);
  expect(agent.errors.filter((error) => !allowed.test(error))).toEqual([]);
}

async function put(person: Partial<Person> & { id: string; name: string }): Promise<void> {
  const whole: Person = { active: true, region: 'US', version: 1, ...person };
  await desk.putItems(
    'Directory',
    personItems(whole, 'US').items.map((item) => ({ ...item })),
  );
}
const open = async (id: string) => {
  await agent.page.goto(`${desk.deskUrl}/#/person/${id}`);
  await agent.page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
};

describe('search as one types', () => {
  it('finds by the begin of a name, and goes there with arrow and Enter', async () => {
    const { page } = agent;
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/api/people/search')) asked += 1;
    });
    await page.keyboard.press('/');
    await page.keyboard.type('haddad', { delay: 20 });
    await options().filter({ hasText: 'Leila Haddad' }).waitFor();
    expect(await options().count()).toBe(2);
    expect(asked).toBeLessThan(6);
    await clean();
    await page.keyboard.press('ArrowDown');
    const first = options().first();
    const marked = await first.locator('.name').innerText();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await searchField().getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('Enter');
    await expect.poll(() => heading().innerText()).toContain(marked);
    await clean();
  });

  it.each([
    ['an email', 'amy@customers'],
    ['a number', '212 555 0123'],
    ['a support ID', '1001'],
  ])('finds by %s', async (_, typed) => {
    await searchField().fill(typed);
    await options().filter({ hasText: 'Amy Lindqvist' }).click();
    await expect.poll(() => heading().innerText()).toContain('Amy Lindqvist');
  });

  it('still opens a request or a number on Enter', async () => {
    await searchField().fill('rq-10041');
    await agent.page.keyboard.press('Enter');
    await agent.page.getByRole('heading', { name: /RQ-10041/ }).waitFor();
    await searchField().fill('(415) 555-0142');
    await agent.page.keyboard.press('Enter');
    await agent.page.getByRole('heading', { name: /People with/ }).waitFor();
    await agent.page.getByRole('link', { name: /Omar Haddad/ }).waitFor();
    await clean();
  });

  it('offers a new person where nobody is found, and names what is wrong at its field', async () => {
    const { page } = agent;
    await searchField().fill('Zoë "Zed" Quist');
    await page.getByText('Nobody found.').waitFor();
    await clean();
    await page.getByRole('link', { name: /New person/ }).click();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    expect(await name.inputValue()).toBe('Zoë "Zed" Quist');
    await page.getByRole('button', { name: 'Add an email' }).click();
    await page.getByRole('textbox', { name: 'Email' }).fill('no email');
    await page.getByLabel('Country of the numbers').fill('UK');
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByText('"no email" is no email address').waitFor();
    await page.getByText('"UK" is no country code').waitFor();
    await clean(/400 \(Bad Request\)/);
    await page.getByRole('textbox', { name: 'Email' }).fill('zoe@customers.example');
    await page.getByLabel('Country of the numbers').fill('GB');
    await page.getByRole('button', { name: 'New person' }).click();
    await expect.poll(() => heading().innerText()).toBe('Zoë "Zed" Quist');
    await page.getByRole('link', { name: 'zoe@customers.example' }).waitFor();
  });
});

describe('a person’s page', () => {
  it('keeps a draft over a reload, and shows a newer version beside it field by field', async () => {
    await put({ id: 'edit-me', name: 'Erin Edit', site: 'Old site', floor: '1' });
    await open('edit-me');
    const { page } = agent;
    const { page: other } = await newPage(browser);
    await signIn(other, desk, /Ned Marsh/);
    await other.getByRole('combobox').first().waitFor();
    await other.goto(`${desk.deskUrl}/#/person/edit-me`);
    await other.getByRole('button', { name: 'Edit', exact: true }).click();
    await other.getByLabel('Site', { exact: true }).fill('Their site');
    await other.getByLabel('Building').fill('Their building');

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Site', { exact: true }).fill('My site');
    await page.getByLabel('Floor').fill('2');
    await page.reload();
    await expect.poll(() => page.getByLabel('Site', { exact: true }).inputValue()).toBe('My site');
    await clean();

    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Their building').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has changed this person meanwhile').waitFor();
    await page.getByText('One field is still to be decided.').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Building' }).inputValue()).toBe('Their building');
    expect(await page.getByRole('textbox', { name: 'Floor' }).inputValue()).toBe('2');
    await clean(/409 \(Conflict\)/);
    await page.getByRole('row', { name: /Site/ }).getByRole('radio', { name: 'My site' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    const facts = await page.locator('.person .facts').innerText();
    expect(facts).toMatch(/My site[\s\S]*Their building[\s\S]*2/);
    await other.context().close();
  });

  it('takes a person out of use and back, after asking', async () => {
    await put({ id: 'leaver', name: 'Lou Leaver' });
    await open('leaver');
    const { page } = agent;
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('Deactivate Lou Leaver?').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('No longer active').waitFor();
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).waitFor();
    expect(await page.getByText('No longer active').count()).toBe(0);
  });

  it('makes one of two, the one that the agent says, and leads from the other there', async () => {
    await put({ id: 'twin-1', name: 'Dana Double', supportId: 'S-77' });
    await put({ id: 'twin-2', name: 'Dana Dubble', emails: ['dana@customers.example'] });
    await open('twin-1');
    const { page } = agent;
    await page.getByRole('button', { name: 'Merge a duplicate' }).click();
    await page.getByRole('combobox', { name: 'Find the other one' }).fill('dubble');
    await page.getByRole('option', { name: 'Dana Dubble' }).click();
    await page.getByText('Which of the two stays?').waitFor();
    await clean();
    await page.getByRole('radio', { name: /Dana Dubble/ }).check();
    await page.getByRole('button', { name: 'Merge Dana Double into Dana Dubble' }).click();
    await expect.poll(() => page.url()).toContain('#/person/twin-2');
    await page.getByText('S-77').waitFor();
    await page.goto(`${desk.deskUrl}/#/person/twin-1`);
    await page.getByText('This was a duplicate.').waitFor();
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    await clean();
    await page.getByRole('link', { name: 'Dana Dubble' }).click();
    await page.getByText('S-77').waitFor();
  });

  it.each([
    ['markup', '<script>document.title="x"</script><img src=x onerror=alert(1)>'],
    ['quotes', `O'Brien "the" \`Boss\` & \${7*7} {{x}}`],
    ['marks that turn the direction', 'Ann\u202egnirts\u2066 \u200fשלום'],
    ['10,000 characters', 'W'.repeat(10_000)],
  ])('shows a name of %s inert, within its lines', async (what, name) => {
    const id = `hostile-${what.length}-${name.length}`;
    await put({ id, name, organisation: name });
    await open(id);
    const { page } = agent;
    expect(await heading().locator('bdi').textContent()).toBe(name);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).toBe('Deskline');
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide[0]).toBeLessThanOrEqual(wide[1] ?? 0);
    const main = page.getByRole('main');
    expect(await main.evaluate((place) => place.scrollWidth - place.clientWidth)).toBe(0);
    expect((await heading().boundingBox())?.height).toBeLessThan(100);
    await clean();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });
});
