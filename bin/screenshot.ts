/** npm run screenshot: takes the README's picture again, the desk while Amy's call rings. */
import { benchDesk } from '../bench/bench-desk.ts';
import { atWork, dials } from '../test/browser/agent.ts';
import { launchChromium } from '../test/browser/chromium.ts';

const picture = 'docs/desk.png';
const [desk, browser] = await Promise.all([benchDesk(), launchChromium()]);
try {
  const { page } = await atWork(browser, desk, { viewport: { width: 1280, height: 640 } });
  await dials(desk, '+12125550123', 'ringing');
  await page.getByRole('link', { name: 'RQ-10041' }).waitFor();
  await page.getByText('Waiting in Service desk').waitFor();
  await page.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  await desk.stop();
}
