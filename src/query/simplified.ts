// Traditional Chinese as simplified, character by character, and the words of computing that Taiwan names otherwise.
import type { Catalog } from '../catalog/catalog.ts';

/** After the characters: words whose characters alone do not say what the mainland calls it. */
const TAIWAN_WORDS: readonly (readonly [taiwan: string, mainland: string])[] = [
  ['逾时', '超时'],
  ['闸道', '网关'],
  ['伺服器', '服务器'],
  ['登入', '登录'],
  ['重新导向', '重定向'],
  ['用户端', '客户端'],
  ['连线', '连接'],
  ['快取', '缓存'],
  ['标头', '首部'],
  ['网路', '网络'],
  ['权杖', '令牌'],
  ['存取', '访问'],
  ['档案', '文件'],
];

/** Text without traditional characters stays as it is. */
export function createSimplifier(traditional: Catalog['traditional']): (text: string) => string {
  return (text) => {
    const plain = text.replace(/\p{Script=Han}/gu, (character) => traditional.get(character) ?? character);
    return TAIWAN_WORDS.reduce((result, [taiwan, mainland]) => result.replaceAll(taiwan, mainland), plain);
  };
}
