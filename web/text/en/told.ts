import { unreadable } from './unreadable.ts';

export const told = {
  lacks_one: 'The file lacks the column {{lacking}}. Its columns are: {{has}}.',
  lacks_other: 'The file lacks the columns {{lacking}}. Its columns are: {{has}}.',
  unreadable,
  note: {
    'empty-list': 'The file is an empty list.',
    'title-row': 'Row {{row}} stands above the table, and is not read.',
    'further-list': 'A further list begins on line {{line}}. It is not read.',
    'hidden-sheet': 'The sheet is hidden, and is read as well.',
    'hidden-rows_one': '{{n}} hidden row is read as well.',
    'hidden-rows_other': '{{n}} hidden rows are read as well.',
    'unsaved-formulas_one':
      '{{n}} cell has a formula without a result, and counts as empty. Open the file in Excel, save it, and try again.',
    'unsaved-formulas_other':
      '{{n}} cells have formulas without a result, and count as empty. Open the file in Excel, save it, and try again.',
    'two-row-header': 'Rows {{row}} and {{next}} were read as one header: {{columns}}.',
    'merged-header': 'The header has merged cells ({{cells}}). See that the columns are read right.',
    'merged-cells': 'Of merged cells ({{cells}}) only the first has the value.',
    'beside-table_one': 'Row {{row}} has cells beside the table. They are not read.',
    'beside-table_other':
      '{{n}} rows have cells beside the table. They are not read. The first is row {{row}}.',
    'near-codes':
      '“{{one}}” and “{{other}}” are two, though they differ only by case, spaces or zeros in front.',
    'in-doubt':
      '“{{column}}” on line {{line}} is read as {{cell}} percent. Write 50 for 50 %, and {{cell}} % with its sign where it is meant so.',
    'in-doubt_record':
      '“{{column}}” in record {{record}} is read as {{cell}} percent. Write 50 for 50 %, and {{cell}} % with its sign where it is meant so.',
    'measure-misfit':
      'The benefit “{{benefit}}” cannot be reckoned with the measure “{{measure}}” ({{name}}, {{unit}}): it takes {{needs}}. Its figures are unknown until it has another measure, or the measure is put right.',
    'more-misfits_one': '{{n}} more benefit has a measure that does not fit.',
    'more-misfits_other': '{{n}} more benefits have a measure that does not fit.',
    'kept-by-hand_one':
      '{{n}} row has been changed in Gevinst since, and stays so: the file says what it said before that.',
    'kept-by-hand_other':
      '{{n}} rows have been changed in Gevinst since, and stay so: the file says what it said before that.',
    'over-hand_one':
      '{{n}} row that had been changed in Gevinst now says what the file says. Undoing the load brings the change back.',
    'over-hand_other':
      '{{n}} rows that had been changed in Gevinst now say what the file says. Undoing the load brings the changes back.',
    'lacks-optional': 'The mapping reads {{column}} from the column “{{name}}”, which the file has not.',
    withdrawn_one: '{{n}} run is counted no more: it was tried again or deleted in its source since.',
    withdrawn_other:
      '{{n}} runs are counted no more: they were tried again or deleted in their source since.',
    'same-file': 'It is the same file as in load {{load}}, and nothing has changed since.',
  },
  needs: {
    volume: 'a number that adds up over time',
    minutes: 'minutes per item',
    hours: 'hours that add up over time',
    ratio: 'a ratio',
    fte: 'full-time employees',
    amount: 'kroner that add up over time',
    indicator: 'a value on its own scale',
  },
};
