/** What publish/offline.py writes before the service worker. */
declare const SITE: {
  version: string;
  guide: Record<string, string>;
  python: Record<string, string>;
  languages: Record<string, Record<string, string>>;
  reads: Record<string, Record<string, string>>;
};
