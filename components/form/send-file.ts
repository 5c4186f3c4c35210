/** Where a chosen file stands: still only on the person's computer, on its way, or stopped on it. */
export type FileState = 'none' | 'chosen' | { percent: number } | 'failed';

/** The answer is still to come when the last byte has left: « 100 % » would promise too much. */
const MOST = 99;

/**
 * Sends a form with its file as the browser would, telling how far it is. Resolves with the address the server answers
 * with; null when the connection was cut or the server failed, and then the page and everything in it are still there.
 */
export function sendForm(address: string, fields: FormData, tell: (state: FileState) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) => tell({ percent: Math.min(MOST, Math.round((loaded / (total || 1)) * 100)) });
    request.onerror = () => resolve(null);
    request.onload = () => resolve(request.status < 500 ? request.responseURL : null);
    tell({ percent: 0 });
    request.send(fields);
  });
}
