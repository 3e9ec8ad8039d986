import { localYear } from '@zeren/organisation-domain';
import { LARGEST_SAMPLE } from '@zeren/tasks-domain';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { Failure } from '../../design/states.js';
import { useSampleTexts } from './samples.texts.js';

/** Draws a sample: whose verification, of which year, with what seed, how many. */
export const DrawForm = ({ now, onClose }: { now: string; onClose: () => void }) => {
  const t = useSampleTexts();
  const id = useId();
  const [district, setDistrict] = useState('');
  const [year, setYear] = useState(localYear(now));
  const [seed, setSeed] = useState('');
  const [size, setSize] = useState(20);
  const send = useCommand(onClose);
  const ready = district.trim() !== '' && seed.trim() !== '';
  return (
    <Modal open title={t('draw')} onCancel={onClose} footer={(
      <div className="apart">
        <span />
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={send.isPending}
            onClick={() => send.mutate({ path: '/samples', body: { districtTenantId: district.trim(), year, seed: seed.trim(), size } })}>{t('send')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        <div className="filter"><label htmlFor={`${id}d`}>{t('districtCode')}</label><Input id={`${id}d`} maxLength={20} value={district} onChange={({ target }) => setDistrict(target.value)} /></div>
        <div className="filter"><label htmlFor={`${id}y`}>{t('year')}</label><InputNumber id={`${id}y`} min={1900} max={2200} value={year} onChange={(value) => setYear(value ?? year)} /></div>
        <div className="filter"><label htmlFor={`${id}s`}>{t('seed')}</label><Input id={`${id}s`} maxLength={200} value={seed} onChange={({ target }) => setSeed(target.value)} /></div>
        <div className="filter"><label htmlFor={`${id}n`}>{t('size')}</label><InputNumber id={`${id}n`} min={1} max={LARGEST_SAMPLE} value={size} onChange={(value) => setSize(value ?? size)} /></div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
