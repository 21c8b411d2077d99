import type { RecordedContact } from '../../server/contacts/contact';
import type { InjixoFault } from '../../sandbox/injixo/injixo-fault';
import type { Step, StepVerdict } from '../../sandbox/support/step';
import { explain, outboxIds } from './explain';
import { killEverywhere, type KillsAt } from './kill-everywhere';
import { outboxContacts, placesOf, type Place } from './places';
import { MINUTE, SECOND, TICK, startStory, type Story } from './story';

/** A helpdesk with waiting contacts of every kind, and these contacts. */
export interface MixedStory {
  readonly story: Story;
  readonly contacts: readonly RecordedContact[];
}

/** The group whose contacts injixo refuses in some scenarios. */
export const REFUSED_GROUP = 'Forbidden';

/** Tickets of two groups, a reply, an Unknown ticket, spam, two that are left out and one without a group. */
export async function startMixedStory(): Promise<MixedStory> {
  const story = await startStory({ installs: false });
  const { actions } = story.freshdesk;
  const care = actions.createGroup('CustomerService').id;
  const other = actions.createGroup(REFUSED_GROUP).id;
  const old = actions.createTicket({ groupId: care });
  await story.minutes(1);
  await story.platform.install(story.settings());

  const ticket = actions.createTicket({ groupId: care });
  const events: readonly (() => unknown)[] = [
    () => actions.customerReply(ticket.id, { channel: 'email' }),
    () => actions.createTicket({ groupId: other, source: 2 }),
    () => actions.trash(old.id),
    () => actions.createTicket({ source: 10 }),
    () => actions.createTicket({ groupId: care, importId: '55' }),
    () => actions.markSpam(actions.createTicket({ groupId: care }).id),
    () => actions.createTicket(),
  ];
  for (const event of events) {
    await story.platform.advance(2 * SECOND);
    event();
  }
  await story.platform.advance(2 * SECOND);
  story.skip(2 * MINUTE);
  return { story, contacts: outboxContacts(story) };
}

/** A scenario of a run: injixo's answer to the first batch, and the number of concurrent runs. */
export interface Scenario {
  readonly fault: InjixoFault | null;
  readonly runs: 1 | 2;
  /** The previous run was killed right after injixo got its batch. */
  readonly afterKilledPost?: boolean;
}

function killPost(step: Step): StepVerdict {
  return step.label.startsWith('POST') ? 'kill after' : 'go';
}

async function startScenario({ fault, afterKilledPost = false }: Scenario): Promise<MixedStory> {
  const mixed = await startMixedStory();
  const { story } = mixed;
  if (fault !== null) story.injixo.faults.add(fault);
  if (afterKilledPost) {
    story.platform.onStep = killPost;
    await story.platform.fireSchedule(TICK);
    story.skip(MINUTE);
  }
  return mixed;
}

/** The number of a contact's receipts: each contact has its own second. */
function receiptsOf(story: Story, contact: RecordedContact, contacts: readonly RecordedContact[]): number {
  const own = contacts.find(({ contactId }) => contactId === `ticket:${contact.ticketId}`);
  const { occurredAt } = contact.kind === 'unknown' ? (own ?? contact) : contact;
  return story.injixo.receipts.filter(({ timestamp }) => Date.parse(timestamp) === occurredAt).length;
}

const MOST_RECEIPTS: Readonly<Record<Place, readonly number[]>> = {
  settled: [1],
  pending: [0],
  unclear: [0, 1],
  parked: [0],
  nowhere: [],
  twice: [],
};

/** Inconsistent places: contacts that are nowhere, twice, or not where injixo's receipts say. */
async function findWrong({ story, contacts }: MixedStory): Promise<readonly string[]> {
  const places = await placesOf(story, contacts);
  return contacts.flatMap((contact) => {
    const place = places[contact.contactId] ?? 'nowhere';
    const receipts = receiptsOf(story, contact, contacts);
    const right = contact.kind === 'left_out' ? [0] : MOST_RECEIPTS[place];
    return right.includes(receipts) ? [] : [`${contact.contactId} is ${place} with ${receipts} receipts`];
  });
}

const LATER_RUNS = 3;

/** Problems after the app had time to recover: lost or doubled contacts, and contacts that still wait. */
async function findWrongLater({ story, contacts }: MixedStory): Promise<readonly string[]> {
  // Even the ticket without a group is due then.
  story.skip(12 * MINUTE);
  for (let run = 0; run < LATER_RUNS; run += 1) {
    story.skip(MINUTE);
    await story.platform.fireSchedule(TICK);
  }
  const { details } = explain(story);
  const wrong = await findWrong({ story, contacts });
  return [
    ...wrong,
    ...details.map(({ problem, contactId }) => `${contactId ?? 'a receipt'}: ${problem}`),
    ...outboxIds(story).map((id) => `${id} still waits`),
  ];
}

/** Plays a scenario once for every step of its run and each of these kills; returns all problems. */
export function playAllKills(scenario: Scenario, killsAt: KillsAt): ReturnType<typeof killEverywhere> {
  return killEverywhere({
    start: () => startScenario(scenario),
    runs: scenario.runs,
    killsAt,
    judge: async (mixed) => [...(await findWrong(mixed)), ...(await findWrongLater(mixed))],
  });
}
