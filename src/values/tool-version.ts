import packageJson from '../../package.json' with { type: 'json' };

/** The version of procmap, for what names its maker. */
export const TOOL_VERSION: string = packageJson.version;
