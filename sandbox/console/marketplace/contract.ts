/** One field of the install page, as config/iparams.json has it. */
export interface InstallField {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isSecure: boolean;
  readonly isVisible: boolean;
  readonly options: readonly string[];
  /** The present value; empty for a secure field, which is never shown again. */
  readonly value: string;
  /** Whether a secure field has a value already. */
  readonly isSet: boolean;
  readonly patterns: readonly { readonly regex: string; readonly message: string }[];
  /** The function of config/assets/iparams.js that wants to hear of a change. */
  readonly onChange: string;
}

/** The install page, or the settings of the installed app. */
export interface InstallView {
  readonly isInstalled: boolean;
  readonly fields: readonly InstallField[];
  /** Whether the package brings a config/assets/iparams.js. */
  readonly hasScript: boolean;
}

/** How pressing Install, Save or Uninstall went. */
export interface SetupAnswer {
  readonly ok: boolean;
  readonly reason: string;
  /** A sentence for each field that is wrong. */
  readonly problems: Readonly<Record<string, string>>;
}

/** What the platform answers to a page of the app. */
export type FrameAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };
