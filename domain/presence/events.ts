/** What events of ours on the account's default event bus are known by; the stack's rules and the functions share it. */
export const eventSource = 'deskline';
/** An agent's presence became another one: `{username, agentArn, presence: {name, type, since}, previous?}`. */
export const presenceChanged = 'Agent Presence Changed';
/** Another system gave an agent work, or took it away: `{username, busyWith?}`, from any source but ours. */
export const workChanged = 'Agent Work Changed';
