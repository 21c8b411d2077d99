import type { NewIntegration, Sandbox } from '../../create-sandbox';
import type { Agent } from '../../freshdesk/model/people';
import { Refused } from '../serving/refused';

type Check = (entered: NewIntegration, sandbox: Sandbox) => string | null;

function agentWith(apiKey: string, { freshdesk }: Sandbox): Agent | undefined {
  return [...freshdesk.helpdesk.agents.values()].find((agent) => agent.apiKey === apiKey && agent.isActive);
}

function isNameTaken(name: string, { injixo }: Sandbox): boolean {
  return injixo.account.listIntegrations().some((other) => !other.isDeleted && other.name === name);
}

/** In the order of the form; the first failing check is reported. */
const CHECKS: readonly Check[] = [
  ({ name }) => (name === '' ? 'Enter a name for the integration.' : null),
  ({ name }, sandbox) =>
    isNameTaken(name, sandbox)
      ? `There is an integration called “${name}” already. Choose another name.`
      : null,
  ({ domain }) =>
    /^[a-z0-9-]+\.freshdesk\.com$/i.test(domain)
      ? null
      : 'Enter the full Freshdesk domain without https://, such as acme.freshdesk.com.',
  ({ domain }, { freshdesk }) =>
    domain.toLowerCase() === freshdesk.helpdesk.account.domain
      ? null
      : `There is no Freshdesk account at ${domain}. Check the domain.`,
  ({ apiKey }) => (apiKey === '' ? 'Enter the Freshdesk API key of an Account Administrator.' : null),
  ({ apiKey }, sandbox) =>
    agentWith(apiKey, sandbox) === undefined
      ? 'Freshdesk does not know this API key. Copy it again from Profile settings.'
      : null,
  ({ apiKey }, sandbox) =>
    agentWith(apiKey, sandbox)?.role === 'Account Administrator'
      ? null
      : 'This API key belongs to a user without the role Account Administrator.',
];

/** Adds an integration as injixo does, and returns its id; invalid entries are refused with a sentence. */
export async function addIntegration(sandbox: Sandbox, entered: NewIntegration): Promise<number> {
  for (const check of CHECKS) {
    const objection = check(entered, sandbox);
    if (objection !== null) throw new Refused(objection);
  }
  try {
    return await sandbox.addIntegration({ ...entered, domain: entered.domain.toLowerCase() });
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}
