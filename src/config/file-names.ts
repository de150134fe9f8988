/** What a configuration file is called: one of them stands in a folder, or none. */
export const CONFIG_NAMES = ['.dockershim.yaml', '.dockershim.yml', '.dockershim.json'] as const;
