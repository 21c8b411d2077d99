import { version } from '../../package.json';
import { APP_VERSION } from './version';

it('is the version of package.json', () => {
  expect(APP_VERSION).toBe(version);
});
