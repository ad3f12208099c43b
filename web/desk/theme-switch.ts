import { signal } from '@preact/signals';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'deskline.theme';
const stored = () => themes.find((one) => one === localStorage.getItem(key)) ?? 'system';

export const theme = signal<Theme>('system');

/** Light, dark, or what the system says; kept on this machine. */
export function setTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(key, chosen);
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export const restoreTheme = (): void => setTheme(stored());
