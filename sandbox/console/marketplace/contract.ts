/** One field of config/iparams.json. */
export interface InstallField {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isSecure: boolean;
  readonly isVisible: boolean;
  readonly options: readonly string[];
  /** The current value; empty for a secure field, which is never shown again. */
  readonly value: string;
  /** Whether a secure field has a value already. */
  readonly isSet: boolean;
  readonly patterns: readonly { readonly regex: string; readonly message: string }[];
  /** The function of config/assets/iparams.js to call on a change. */
  readonly onChange: string;
}

/** The install page, or the settings of the installed app. */
export interface InstallView {
  readonly isInstalled: boolean;
  readonly fields: readonly InstallField[];
  /** Whether the package has a config/assets/iparams.js. */
  readonly hasScript: boolean;
}

/** The result of Install, Save or Uninstall. */
export interface SetupAnswer {
  readonly ok: boolean;
  readonly reason: string;
  /** A sentence for each invalid field. */
  readonly problems: Readonly<Record<string, string>>;
}

/** The platform's answer to a page of the app. */
export type FrameAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };
