import { closeChromium, findChromium } from './chromium.js';
import { contractWorkplace } from './contracts.suite.js';
import { doingWorkplace } from './doing.suite.js';
import { evidenceWorkplace } from './evidence.suite.js';
import { everyPage } from './every-page.suite.js';
import { commandCentre } from './figures.suite.js';
import { frontDoor } from './front-door.suite.js';
import { governanceWorkplace } from './governance.suite.js';
import { mainPath } from './main-path.suite.js';
import { organisationWorkplace } from './organisation.suite.js';
import { openProduct, untilLoaded, type Product } from './product.js';
import { readinessWorkplace } from './readiness.suite.js';
import { requestWorkplace } from './requests.suite.js';
import { responsibilityWorkplace } from './responsibility.suite.js';
import { scoring } from './scoring.suite.js';
import { splitWorkbench } from './split-workbench.suite.js';
import { splitting } from './splitting.suite.js';
import { standardsWorkplace } from './standards.suite.js';

const minutes = 60_000;
let product: Product;

// One city for all suites: each leaves alone what another looks at.
beforeAll(async () => {
  findChromium();
  product = await openProduct();
  await untilLoaded(product.url, 12 * minutes);
}, 14 * minutes);
afterAll(async () => {
  await closeChromium();
  await product?.stop();
}, minutes);

const url = (): string => product.url;
mainPath(url);
evidenceWorkplace(url);
contractWorkplace(url);
readinessWorkplace(url);
everyPage(url);
scoring(url);
splitWorkbench(url);
splitting(url);
standardsWorkplace(url);
responsibilityWorkplace(url);
doingWorkplace(url);
requestWorkplace(url);
organisationWorkplace(url);
commandCentre(url);
governanceWorkplace(url);
frontDoor(url);
