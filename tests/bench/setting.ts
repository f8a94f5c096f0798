/** Where the bench finds what it measures. */
export interface BenchSetting {
  /** Program file of the runtime. */
  readonly electron: string;
  readonly electronArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Folder of this run; removed afterwards. */
  readonly folder: string;
  /** Home of the application under test, with the profile below. */
  readonly home: string;
  /** Profile that knows the bench's vault. */
  readonly userData: string;
  readonly vaultFolder: string;
  readonly passphrase: string;
  /** Built main process of the application. */
  readonly appMain: string;
  readonly bareMain: string;
  readonly barePage: string;
  readonly watchFile: string;
}
