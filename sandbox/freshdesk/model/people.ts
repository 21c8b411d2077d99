/** The default roles of an account that are used here. */
export type RoleName = 'Account Administrator' | 'Administrator' | 'Supervisor' | 'Agent';

/** A role; ids differ from account to account. */
export interface Role {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The tickets an agent sees: 1 all, 2 those of their groups, 3 those assigned to them. */
export type TicketScope = 1 | 2 | 3;

/** An agent with their API key. */
export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly apiKey: string;
  readonly role: RoleName;
  readonly ticketScope: TicketScope;
  readonly groupIds: readonly number[];
  readonly isActive: boolean;
}

/** A group with all its names, oldest first. */
export interface Group {
  readonly id: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}
