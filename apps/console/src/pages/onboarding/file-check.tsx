import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useFileImport } from '../../api/file-import.js';
import { Failure } from '../../design/states.js';
import { useOnboardingTexts } from './onboarding.texts.js';

/** A workbook, what the check says of it, and whether it can be brought in. */
export const FileCheck = <DryRun extends { readonly errorCount: number }>({ path, report }: { path: string; report: (of: DryRun) => ReactNode }) => {
  const t = useOnboardingTexts();
  const id = useId();
  const [file, setFile] = useState<File>();
  const { check, bringIn } = useFileImport<DryRun>(path, {}, undefined, () => undefined);
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    check.reset();
    bringIn.reset();
  };
  const isSound = check.data?.errorCount === 0;
  return (
    <div className="stack">
      <div className="filter"><label htmlFor={id}>{t('file')}</label><input id={id} type="file" accept=".xlsx" onChange={({ target }) => choose(target.files?.[0])} /></div>
      <div className="row">
        <Button type={isSound ? 'default' : 'primary'} disabled={!file} loading={check.isPending} onClick={() => file && check.mutate(file)}>{t('check')}</Button>
        <Button type={isSound ? 'primary' : 'default'} disabled={!file || !isSound || bringIn.isSuccess} loading={bringIn.isPending} onClick={() => file && bringIn.mutate(file)}>{t('bringIn')}</Button>
      </div>
      {bringIn.isSuccess ? <p role="status"><b>{t('imported')}</b></p> : check.data && report(check.data)}
      {check.isError && <Failure failure={check.error} />}
      {bringIn.isError && <Failure failure={bringIn.error} />}
    </div>
  );
};
