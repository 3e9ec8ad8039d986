import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { useDraftTexts } from './draft.texts.js';

/** Warns before what is not saved is lost: by a link of the console, or by closing the window. */
export const LeaveGuard = ({ unsaved }: { unsaved: boolean }) => {
  const t = useDraftTexts();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return (
    <Modal open={blocker.state === 'blocked'} title={t('leave')} okText={t('go')} cancelText={t('stay')} onOk={() => blocker.proceed?.()} onCancel={() => blocker.reset?.()}>
      {t('leaveText')}
    </Modal>
  );
};
