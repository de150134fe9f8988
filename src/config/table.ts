/** The table of all options, for the docs. */
import { describe, NEWEST_MINOR, OPTION_NAMES, type OptionDescription, type OptionName } from './options.ts';

export function optionTable(): string {
  const rows = OPTION_NAMES.map((name) => {
    const option = describe(name);
    const cells = [`\`${name}\``, valuesText(option), defaultText(name, option), whereText(option), option.summary];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| option | values | default | where | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}

function valuesText(option: OptionDescription): string {
  switch (option.type) {
    case 'choice':
      return option.choices.map((choice) => `\`${choice}\``).join(', ');
    case 'version':
      return 'a version such as `1.24`';
    case 'text':
      return 'text';
    case 'list':
      return 'list';
    case 'boolean':
      return '`true`, `false`';
    case 'rule-list':
      return 'list of rules';
    case 'rule-levels':
      return 'map from rule to `off`, `error`, `warning`, `notice`';
    case 'overrides':
      return 'list of `paths` and `rules`';
    case 'knowledge':
      return 'map of `checks`, `wrappers`, `places`, `advice`';
  }
}

function defaultText(name: OptionName, option: OptionDescription): string {
  if (option.type === 'version') return `\`1.${NEWEST_MINOR}\``;
  if (option.type === 'choice' || option.type === 'boolean') return `\`${option.default}\``;
  return name === 'paths' ? '`.`' : '';
}

function whereText(option: OptionDescription): string {
  return option.on.join(', ');
}
