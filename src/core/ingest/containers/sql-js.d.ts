declare module "sql.js" {
  /** Starts SQLite as WebAssembly. */
  export default function initSqlJs(options?: {
    locateFile(name: string): string;
  }): Promise<import("./container.ts").SqlEngine>;
}
