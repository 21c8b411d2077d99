import type { Sandbox } from '../../create-sandbox';
import { formatTable } from '../../support/format-table';
import { isOwnImport } from '../../injixo/own-import';
import type { SourceQueue } from '../../injixo/source-queues';
import { compare } from '../../oracle/compare';
import type { Comparison } from '../../oracle/comparison';
import { truth } from '../../oracle/truth';

/** Compares Freshdesk with injixo since the installation. */
export function judge({ freshdesk, injixo }: Sandbox, installedAt: number): Comparison {
  const cutOver = Math.floor(installedAt / 1000) * 1000;
  const receipts = injixo.receipts.filter((receipt) => !isOwnImport(receipt));
  return compare(truth(freshdesk.helpdesk, { cutOver }), receipts);
}

/** Whether injixo has exactly the expected contacts. */
export function isRight({ lost, doubled, wrongQueue }: Comparison): boolean {
  return lost === 0 && doubled === 0 && wrongQueue === 0;
}

/** The source queues that the app made, by name, with their contacts. */
export function formatQueues(all: readonly SourceQueue[]): string {
  const queues = all.filter((queue) => !isOwnImport(queue));
  const rows = [...queues]
    .sort((left, right) => left.queueName.localeCompare(right.queueName, 'en'))
    .map(({ queueName, offered }) => [queueName, String(offered)]);
  const total = queues.reduce((sum, { offered }) => sum + offered, 0);
  return formatTable(
    [
      { head: 'source queue', align: 'left' },
      { head: 'contacts', align: 'right' },
    ],
    [...rows, ['all', String(total)]],
  );
}

/** One line for each error; then the line with the counts. */
export function formatVerdict({ contacts, lost, doubled, details }: Comparison): readonly string[] {
  return [
    ...details.map(({ problem, contactId, note }) => `${problem}: ${contactId ?? 'no contact'} (${note})`),
    `contacts ${contacts}, lost ${lost}, doubled ${doubled}`,
  ];
}
