import type { ThemeConfig } from 'antd';

const sans = '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** The console's own look: paper, ink, slate and the cinnabar of a seal. Every pair of text and ground holds WCAG AA. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5268',
    colorLink: '#1f5268',
    colorLinkHover: '#123847',
    colorSuccess: '#2c6a3f',
    colorWarning: '#8a5a00',
    colorError: '#a0322a',
    colorInfo: '#1f5268',
    colorText: '#1f272e',
    colorTextSecondary: '#4d5861',
    colorTextTertiary: '#5d6871',
    colorTextDescription: '#5d6871',
    colorTextPlaceholder: '#66717a',
    colorTextDisabled: '#66717a',
    colorBgLayout: '#f5f2ea',
    colorBgContainer: '#fffdf8',
    colorBgElevated: '#fffdf8',
    colorBorder: '#cfc7b6',
    colorBorderSecondary: '#e4ddcd',
    colorSplit: '#e4ddcd',
    colorFillAlter: '#f7f3e9',
    borderRadius: 3,
    borderRadiusLG: 4,
    borderRadiusSM: 2,
    controlHeight: 34,
    fontFamily: sans,
    fontSize: 14,
    lineHeight: 1.65,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadowSecondary: '0 4px 16px rgba(28, 43, 54, 0.14)',
  },
  components: {
    Table: { headerBg: '#efe9db', headerColor: '#37424a', headerSplitColor: 'transparent', rowHoverBg: '#f8f4ea', cellPaddingBlock: 10, cellPaddingInline: 12 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Slider: { trackBg: '#1f5268', railBg: '#d8d0bf', handleColor: '#1f5268' },
  },
};
