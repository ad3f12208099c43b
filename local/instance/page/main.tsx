import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('instance');
if (root) render(<App />, root);
