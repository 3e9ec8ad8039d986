import type { Refusals } from '@zeren/kernel';

/** Why the register of sites refuses, and what to do. */
export const siteRefusals = {
  'site-exists': { zh: '编号 {number} 的点位已登记，且内容不同；变更请登记新版本。', en: 'Site {number} is already registered, with other content; record a change as a new version.' },
  'site-unknown': { zh: '没有登记该点位。', en: 'This site is not registered.' },
  'site-repeated': { zh: '编号 {number} 在同一文件中出现两次。', en: 'Site {number} appears twice in one file.' },
  'site-area-unknown': { zh: '{areaUnitId} 在 {on} 不是本租户辖区内的区划。', en: '{areaUnitId} is no area of this tenant on {on}.' },
  'site-owner-unknown': { zh: '机构名册在 {on} 没有权属单位 {ownerUnitId}。', en: 'The register has no unit {ownerUnitId} on {on} that could own it.' },
  'site-point-wrong': { zh: '经纬度不在中国范围内：纬度 {latitude}，经度 {longitude}。', en: 'The point does not lie in China: latitude {latitude}, longitude {longitude}.' },
  'site-version-not-later': { zh: '该点位的现行版本自 {validFrom} 起生效，新版本必须晚于此日。', en: 'The present version is valid from {validFrom}; a new one must begin later.' },
  'site-reason-missing': { zh: '变更或注销点位须写明原因。', en: 'A site is changed or closed for a reason; say which.' },
  'site-closed': { zh: '该点位已于 {closedOn} 注销。', en: 'This site was closed on {closedOn}.' },
  'site-far': { zh: '该地点距本辖区所有已登记点位都超过 {kilometres} 公里，不在本辖区内；请改选地点，或转告所属地区。', en: 'This place lies more than {kilometres} km from every registered site of this territory, so outside it; choose another, or turn to the area it lies in.' },
  'sites-refused': { zh: '文件有 {errors} 处错误，未登记任何点位。', en: 'The file has {errors} errors; no site was registered.' },
} as const satisfies Refusals;
