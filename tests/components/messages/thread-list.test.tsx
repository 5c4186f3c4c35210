import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ThreadList } from '../../../components/messages/thread-list.tsx';

it('nobody is said not to have written to whoever may not read it yet', () => {
  expect(renderToStaticMarkup(<ThreadList threads={[]} />)).toContain('Aucun candidat n’a écrit.');
  const sealed = renderToStaticMarkup(<ThreadList threads={null} />);
  expect(sealed).toContain('Les messages se liront ici après la clôture. D’ici là, l’administration y répond.');
  expect(sealed).not.toContain('Aucun candidat');
});
