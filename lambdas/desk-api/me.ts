import type { Me } from '../../domain/api.ts';
import type { Handle } from '../shared/http.ts';
import type { Desk } from './ports.ts';

/**
 * Who is signed in. Somebody whom the directory does not know as an agent may have been made in Connect since the last
 * copy, so a new one is asked for; this answer does not wait for it, nor fail when it cannot be asked for.
 */
export const whoAmI =
  ({ directory, functions, syncAgentsFunction, onTrouble }: Desk): Handle =>
  async ({ user }) => {
    const agent = await directory.agentByUsername(user.username);
    if (!agent) {
      await functions
        .start(syncAgentsFunction)
        .catch((fault) => onTrouble('agents were not asked to be copied from Connect', fault));
    }
    const me: Me = {
      username: user.username,
      name: agent?.name ?? user.username,
      roles: user.roles,
      agentArn: agent?.arn,
    };
    return { body: me };
  };
