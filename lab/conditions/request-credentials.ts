import { get, sends } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const wrong = `Authorization: Basic ${Buffer.from('ann:wrong').toString('base64')}`;

/** Basic authentication; the right pair is ann:secret. */
export const requests: RequestCondition[] = [
  sends('no-credentials', get('/private/a.txt'), { needs: 'credentials' }),
  sends('wrong-credentials', get('/private/a.txt', [wrong]), { needs: 'credentials' }),
];
