// How the extension is built, and the manifest of both browsers.
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { withoutInnerHtml } from './tools/build/without-inner-html.ts';

const geckoId = 'pressmark@pressmark.invalid';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  webExt: { disabled: true },
  // The oldest browsers that the manifest admits: `light-dark()` and the like go into the bundles as they are.
  vite: () => ({ plugins: [withoutInnerHtml()], build: { target: ['chrome128', 'firefox140'] } }),
  zip: { excludeSources: ['tests/**', 'docs/**', 'out/**'] },
  hooks: {
    // The licences ask to be where the code is.
    'build:publicAssets': (_wxt, files) => {
      for (const name of ['LICENSE', 'NOTICE']) files.push({ absoluteSrc: resolve(name), relativeDest: `${name}.txt` });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Asked for when the reader wants automatic backups.
    optional_permissions: ['downloads'],
    host_permissions: ['http://*/*', 'https://*/*'],
    // In private windows Chromium runs the extension apart, with a database in memory that ends with the last of them.
    // Firefox has no such database there: the extension stays out.
    incognito: browser === 'firefox' ? 'not_allowed' : 'split',
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: '/icon/16.png', 32: '/icon/32.png' },
      // Firefox alone knows which of its themes is on; `light` is for light words, so for dark themes.
      ...(browser === 'firefox' ? { theme_icons: [themeIcons(16), themeIcons(32)] } : {}),
    },
    // Chromium gives no key away that is its own: of Alt+Shift it keeps A B C N P R T W X Z.
    options_ui: { page: 'settings.html', open_in_tab: true },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      highlight: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandHighlight__' },
      note: { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandNote__' },
      // Firefox opens and closes its sidebar by itself; Chromium lets us open the panel.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'panel']: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandPanel__',
      },
      // Chromium takes four suggestions; the reader gives keys to these.
      'next-highlight': { description: '__MSG_commandNextHighlight__' },
      'previous-highlight': { description: '__MSG_commandPreviousHighlight__' },
      'next-name': { description: '__MSG_commandNextName__' },
      'previous-name': { description: '__MSG_commandPreviousName__' },
    },
    content_scripts: [{ matches: ['http://*/*', 'https://*/*'], js: ['spotter.js'], run_at: 'document_idle' }],
    web_accessible_resources: [
      {
        resources: ['editor.html'],
        matches: ['http://*/*', 'https://*/*'],
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});

function themeIcons(size: number): { light: string; dark: string; size: number } {
  return { light: `/icon/quiet-on-dark-${size}.png`, dark: `/icon/quiet-on-light-${size}.png`, size };
}
