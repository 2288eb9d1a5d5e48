export const explain = {
  open: '{{value}}. How it was calculated: {{label}}',
  before: 'before',
  after: 'after',
  difference: 'difference',
  changePercent: 'change',
  target: 'target',
  low: 'lowest',
  high: 'highest',
};
