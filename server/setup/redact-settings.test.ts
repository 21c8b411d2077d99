import { redactSettings } from './redact-settings';

const FILLED = {
  injixo_api_key: 'key-of-injixo ',
  injixo_integration_id: '123987',
  freshdesk_api_key: 'key-of-freshdesk',
  channel_mapping: 'By source',
  history_from: '2025-03-09',
  alert_email: 'anna@example.com',
  injixo_api_url: 'https://injixo.example',
};

it('tells what is filled in, how long it is, and nothing of what it says', () => {
  const shape = redactSettings(FILLED);

  expect(shape).toEqual({
    injixo_api_key: { isSet: true, characters: 14, isPlain: false },
    injixo_integration_id: { isSet: true, characters: 6, isPlain: true },
    freshdesk_api_key: { isSet: true, characters: 16, isPlain: true },
    history_from: { isSet: true, characters: 10, isPlain: true },
    alert_email: { isSet: true },
    injixo_api_url: { isSet: true },
    way: 'checked',
    channelMapping: 'By source',
    problems: 0,
  });
});

it('counts what is wrong', () => {
  expect(redactSettings({ alert_email: 'nobody' })).toMatchObject({
    injixo_api_key: { isSet: false, characters: 0 },
    way: 'live',
    channelMapping: 'Cases',
    problems: 2,
  });
  expect(redactSettings(undefined)).toMatchObject({ problems: 1 });
});
