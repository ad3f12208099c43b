/** Words of the page as a place of work: sound, notification, tabs, and the check before work. */
export const sound = {
  heading: 'Sound and notification',
  open: 'Sound',
  microphone: 'Microphone',
  speaker: 'Loudspeaker',
  ringer: 'Ringer',
  byDefault: 'The browser’s own choice',
  unnamed: (n: number) => `Device ${n}`,
  none: 'The softphone does not list its devices. Allow the microphone, then open this again.',
  volume: 'Ring tone',
  off: 'Off',
  soft: 'Soft',
  loud: 'Loud',
  tryIt: 'Try it',
  notify: 'Show a notification when it rings',
  notifyDenied: 'The browser blocks notifications of this page. Allow them beside the address bar.',
  close: 'Close',
};

export const notification = {
  title: (who: string) => `Call from ${who}`,
  body: (to: string) => (to === '' ? '' : `To ${to}`),
};

export const tabs = {
  mirror: 'Another tab has the telephone',
  why: 'It rings and acts there. Here you see the same.',
  take: 'Use it here',
};

export const check = {
  heading: 'Check of this workplace',
  open: 'Check',
  again: 'Check again',
  intro: 'What a call needs of this browser and of Amazon Connect.',
  good: 'Good',
  bad: 'Not good',
  unsure: 'Try it',
  waiting: 'Checking',
  try: 'Try',
  findings: {
    telephone: {
      name: 'The telephone answers',
      good: 'Amazon Connect answers in its frame.',
      waiting: 'Amazon Connect has not answered yet.',
    },
    origin: {
      name: 'This page is an approved origin',
      good: 'Amazon Connect lets this page embed its softphone.',
      bad: 'The softphone’s frame does not answer. Either you are not signed in at Amazon Connect, or this page is not one of its approved origins.',
      fix: (origin: string) =>
        `Open Amazon Connect and sign in. If that does not help, an administrator adds ${origin} to the instance’s approved origins.`,
      waiting: 'The frame has not answered yet.',
    },
    framing: {
      name: 'Frames of Amazon Connect are allowed',
      good: 'Nothing in this page or browser forbids the frame.',
      bad: 'The frame was blocked before it could load.',
      fix: 'Switch off extensions that block frames on this page, or ask an administrator whether the page’s policy names your instance.',
    },
    cookies: {
      name: 'Cookies are on',
      good: 'The browser keeps cookies.',
      bad: 'The browser keeps no cookies, so that no sign-in lasts.',
      fix: 'Allow cookies for this page and for Amazon Connect, in the settings of the browser.',
      third:
        'If the telephone does not answer although you are signed in, allow third-party cookies for Amazon Connect.',
    },
    popup: {
      name: 'Pop-up windows open',
      good: 'A window could be opened.',
      bad: 'The browser blocked the window.',
      fix: 'Allow pop-ups for this page beside the address bar: signing in at Amazon Connect needs one.',
      unsure: 'Only a click can tell.',
    },
    microphone: {
      name: 'The microphone may be used',
      good: 'The browser lets this page use it.',
      bad: 'The browser refuses the microphone to this page, or there is none.',
      fix: 'Allow it beside the address bar, plug a headset in, then check again.',
      unsure: 'The browser has not been asked yet.',
    },
    notification: {
      name: 'Notifications may be shown',
      good: 'A ringing call shows even when this tab is hidden.',
      bad: 'The browser blocks notifications of this page.',
      fix: 'Allow them beside the address bar. The tab’s title and the ring tone still tell of a call.',
      unsure: 'The browser has not been asked yet.',
    },
  },
};
