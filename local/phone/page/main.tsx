import { render } from 'preact';
import { App } from './app.tsx';
import { browserSpeech } from './speech.ts';

const root = document.getElementById('phone');
if (root) render(<App speech={browserSpeech()} />, root);
