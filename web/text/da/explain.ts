export const explain = {
  open: '{{value}}. Sådan er tallet beregnet: {{label}}',
  before: 'før',
  after: 'efter',
  difference: 'forskel',
  changePercent: 'ændring',
  target: 'mål',
  low: 'lavest',
  high: 'højest',
};
