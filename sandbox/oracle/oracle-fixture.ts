import { createFreshdesk } from '../freshdesk/create-freshdesk';
import { truth } from './truth';
import type { TruthOptions } from './true-contact';

/** The start of a test's helpdesk, and by default the installation time. */
export const START = Date.parse('2026-11-02T08:00:00Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A helpdesk with two groups, its clock, and the truth about it. */
export const createCountedWorld = () => {
  const clock = { value: START, now: () => clock.value };
  const { actions, helpdesk } = createFreshdesk({ clock });
  const contacts = (options: Partial<TruthOptions> = {}) => truth(helpdesk, { cutOver: START, ...options });
  return {
    clock,
    actions,
    helpdesk,
    sales: actions.createGroup('Sales').id,
    care: actions.createGroup('Care').id,
    wait: (ms: number): void => {
      clock.value += ms;
    },
    contacts,
    /** Ids and queue names. */
    summary: (options: Partial<TruthOptions> = {}) =>
      contacts(options).map(({ contactId, queueName }) => [contactId, queueName]),
  };
};
