import { showFaults } from '../faults/client/faults';
import { showFreshdesk } from '../freshdesk/client/freshdesk';
import { showInjixo } from '../injixo/client/injixo';
import { connect } from './live/summaries';
import { showPlatform } from '../platform/client/platform';
import { showClock } from '../clock/client/clock';
import { showComparison } from '../comparison/client/comparison';
import { keepMessagesTrue } from './dom/toast';
import { showIntro } from './intro';
import { showReset } from '../clock/client/reset';

const summaries = connect();
for (const show of [
  keepMessagesTrue,
  showClock,
  showReset,
  showComparison,
  showIntro,
  showFreshdesk,
  showFaults,
  showInjixo,
  showPlatform,
]) {
  show(summaries);
}
