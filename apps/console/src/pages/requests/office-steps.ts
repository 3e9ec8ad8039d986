import { receiptsOf, type HandlingUnit } from '@zeren/requests-domain';
import { severalOf, type Said } from '../../design/step-form.js';
import { matterField, requestField, unitField, unitsField } from './controls.js';
import { arbitrating, checking, counting, orNull, speaking, words, type Reading, type Step } from './plans.js';

/** A unit of which only the service knows the tenant. */
const unit = (unitId: string): HandlingUnit => ({ unitId, tenantId: '' });

const matterOf = (code: string) => ({ code, known: { code, stages: [], urgent: false } });

const assignedOf = ({ leadUnitId = '', supportingUnitIds, officerPostId }: Said) =>
  ({ lead: unit(leadUnitId), supporting: severalOf(supportingUnitIds).map(unit), officerPostId: orNull(officerPostId) });

const namedIn = ({ leadUnitId = '', supportingUnitIds, officerPostId }: Said) =>
  ({ leadUnitId, supportingUnitIds: severalOf(supportingUnitIds), officerPostId: orNull(officerPostId) });

const unitFields = ({ t }: Reading) => [
  unitField('leadUnitId', t('leadOf'), t('findUnit')), unitsField('supportingUnitIds', t('supportersOf'), t('findUnit')), { name: 'officerPostId', label: t('postOf') },
];

const takenIn = (reading: Reading): readonly Step[] => {
  const { request, t } = reading;
  const first = { matterCode: request.matterCode ?? '' };
  return [
    {
      title: t('accept'), path: 'acceptance', roles: speaking, first, fields: [matterField('matterCode', t('matter'), t('findMatter'))],
      command: ({ matterCode = '' }) => ({ type: 'AcceptRequest', data: { matter: { ...matterOf(matterCode), ...(matterCode === '' && { known: null }) }, ...counting } }),
      body: ({ matterCode }) => ({ matterCode }),
    },
    {
      title: t('decline'), path: 'decline', roles: speaking, fields: [words('reason', t('reason'))],
      command: ({ reason = '' }) => ({ type: 'DeclineRequest', data: { reason } }), body: ({ reason }) => ({ reason }),
    },
    {
      title: t('reclassify'), path: 'reclassification', roles: speaking, fields: [matterField('matterCode', t('matter'), t('findMatter')), words('reason', t('reason'))],
      command: ({ matterCode = '', reason = '' }) => ({ type: 'ReclassifyRequest', data: { matter: matterOf(matterCode), reason } }),
      body: ({ matterCode, reason }) => ({ matterCode, reason }),
    },
    {
      title: t('merge'), path: 'merge', roles: speaking, fields: [requestField('intoRequestId', t('into'), t('findRequest'), reading.requestId), words('reason', t('reason'))],
      command: ({ intoRequestId = '', reason = '' }) => ({ type: 'MergeRequest', data: { requestId: reading.requestId, intoRequestId, isIntoOpen: intoRequestId !== '', reason } }),
      body: ({ intoRequestId, reason }) => ({ intoRequestId, reason }),
    },
  ];
};

/** The ruling on who answers for what nobody owns. */
export const rulingStep = (reading: Reading): Step => {
  const { request, t } = reading;
  return {
    title: t('rule'), path: 'ruling', roles: arbitrating, first: { intoMatrix: 'yes' },
    fields: [
      ...unitFields(reading), words('reason', t('reason')),
      { name: 'intoMatrix', label: t('intoMatrix'), beside: 'one', options: [{ value: 'yes', label: t('intoMatrixYes') }, { value: 'no', label: t('intoMatrixNo') }] },
    ],
    command: (said) => ({
      type: 'RuleOwnership',
      data: { matter: matterOf(request.matterCode ?? ''), assigned: assignedOf(said), reason: said['reason'] ?? '', intoMatrix: said['intoMatrix'] === 'yes', ...counting },
    }),
    body: (said) => ({ ...namedIn(said), reason: said['reason'], intoMatrix: said['intoMatrix'] === 'yes' }),
  };
};

/** Whom the matrix names is for the service to say. */
const anyUnits: Said = { leadUnitId: '…lead', supportingUnitIds: '…supporting', reason: '…' };

const dispatched = (reading: Reading): readonly Step[] => {
  const { request, standing, t } = reading;
  const matter = matterOf(request.matterCode ?? '');
  const byHand = (said: Said) => ({ ...assignedOf(said), route: { by: 'hand', reason: said['reason'] ?? '' } } as const);
  return [
    {
      title: t('dispatchIt'), path: 'dispatch', roles: speaking, fields: [],
      command: () => ({ type: 'DispatchRequest', data: { matter, verdict: { kind: 'owned', assigned: byHand(anyUnits) }, ...counting } }), body: () => ({}),
    },
    {
      title: t('dispatchByHand'), path: 'dispatch', roles: speaking, fields: [...unitFields(reading), words('reason', t('reason'))],
      command: (said) => ({ type: 'DispatchRequest', data: { matter, verdict: { kind: 'owned', assigned: byHand(said) }, ...counting } }),
      body: (said) => ({ byHand: { ...namedIn(said), reason: said['reason'] } }),
    },
    rulingStep(reading),
    {
      title: t('acceptReturn'), path: 'return-decision', roles: arbitrating, first: { decision: 'accepted' },
      fields: [{ name: 'decision', label: t('decision'), beside: 'one', options: [{ value: 'accepted', label: t('agree') }, { value: 'refused', label: t('refuse') }] }, words('reason', t('reason'))],
      command: ({ decision, reason = '' }) => ({ type: 'DecideReturn', data: { decision: decision === 'refused' ? 'refused' : 'accepted', reason, standing, ...counting } }),
      body: ({ decision, reason }) => ({ decision, reason }),
    },
  ];
};

const checked = ({ request, standing, t }: Reading): readonly Step[] => (request.status !== 'reported' ? [] : [
  {
    title: t('verify'), path: 'verification', roles: checking, fields: [words('note', t('note'))],
    command: ({ note = '' }) => ({ type: 'VerifyHandling', data: { note, standing, ...counting } }), body: ({ note = '' }) => ({ note }),
  },
  {
    title: t('sendBack'), path: 'rework', roles: checking, fields: [words('reason', t('reason'))],
    command: ({ reason = '' }) => ({ type: 'SendBack', data: { reason, standing, ...counting } }), body: ({ reason }) => ({ reason }),
  },
]);

const yesOrNo = (name: string, label: string, yes: string, no: string) => ({ name, label, beside: 'one', options: [{ value: 'yes', label: yes }, { value: 'no', label: no }] } as const);

const answered = ({ request, t }: Reading): readonly Step[] => [
  {
    title: t('feedBack'), path: 'feedback', roles: speaking, first: { way: 'phone' },
    fields: [{ name: 'way', label: t('way'), beside: 'one', options: [{ value: 'phone', label: t('byPhone') }, { value: 'page', label: t('byPage') }, { value: 'visit', label: t('byVisit') }, { value: 'open', label: t('byOpen') }] }],
    command: ({ way }) => ({ type: 'FeedBack', data: { way: wayOf(way) } }), body: ({ way }) => ({ way: wayOf(way) }),
  },
  {
    title: t('callBack'), path: 'call-back', roles: speaking, first: { reached: 'yes' }, fields: [yesOrNo('reached', t('calls'), t('callReached'), t('callMissed')), words('note', t('note'))],
    command: ({ reached, note = '' }) => ({ type: 'CallBack', data: { reached: reached === 'yes', note } }), body: ({ reached, note = '' }) => ({ reached: reached === 'yes', note }),
  },
  {
    title: t('rate'), path: 'rating', roles: speaking, first: { satisfied: 'yes', receipt: request.content.receipt },
    fields: [
      { name: 'receipt', label: t('receipt'), options: receiptsOf(request).map((receipt) => ({ value: receipt, label: receipt })) },
      yesOrNo('satisfied', t('ratings'), t('satisfied'), t('dissatisfied')), words('words', t('words')),
    ],
    command: ({ satisfied, receipt = '' }) => ({ type: 'RateAnswer', data: { satisfied: satisfied === 'yes', words: null, receipt } }),
    body: ({ satisfied, receipt, words: said }) => ({ satisfied: satisfied === 'yes', receipt, words: orNull(said) }),
  },
  {
    title: t('reopen'), path: 'reopening', roles: speaking, fields: [words('reason', t('reason'))],
    command: ({ reason = '' }) => ({ type: 'ReopenRequest', data: { reason, ...counting } }), body: ({ reason }) => ({ reason }),
  },
  {
    title: t('close'), path: 'closure', roles: speaking, fields: [words('reason', t('reasonIfUnsatisfied'))],
    command: ({ reason }) => ({ type: 'CloseRequest', data: { reason: orNull(reason) } }), body: ({ reason }) => ({ reason: orNull(reason) }),
  },
  {
    title: t('recompute'), path: 'deadlines', roles: speaking, fields: [],
    command: () => ({ type: 'RecomputeDeadlines', data: counting }), body: () => ({}),
  },
];

const ways = ['page', 'phone', 'visit', 'open'] as const;
const wayOf = (text: string | undefined) => ways.find((way) => way === text) ?? 'phone';

/** What those who speak with the requester, dispatch, arbitrate and check do. */
export const officeSteps = (reading: Reading): readonly Step[] => [takenIn, dispatched, checked, answered].flatMap((steps) => steps(reading));
