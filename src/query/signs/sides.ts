// Who does it.
import { sign } from './sign.ts';

export const SIDES = {
  /** What stands behind a proxy, or the code that answers. */
  backend: sign`backend|apps?|applications?|apis?|endpoints?|(?:micro)?services?|servers|targets?|destination|proxy_?pass|
    reverse_?proxy|prox(?:ies|ying|ied)|pool|nodes?|members?|balancers?|jvm|tomcat|server(?:['’]?s)? certificate|verify required|java|spring|django|flask|rails|behind
    ~ 后端|接口|应用|反代|反向代理|转发|服务(?!器)|后面(?:接|是|跑|挂|还有)|业务|目标|对面|回源|成员|负载均衡|java|jvm|spring|django|flask|python|golang`,
  namedBackend: sign`backend ~ 后端`,
  /** These stand for the software that is named. */
  proxy: sign`theproxy`,
  server: sign`theserver`,
  client: sign`client|people|somebody|someone|scanners?|bots?|crawlers?|phones?|attackers?|curl|wget
    ~ 客户(?!端证书)|用户|有人|手机|对端|爬虫|curl`,
  appServer: sign`gunicorn|uwsgi|php(?:-fpm)?|fpm|wsgi|puma|unicorn|celery|fastcgi ~ php|gunicorn|uwsgi`,
  all: sign`all|every|each|no (?:\w+ )?(?:healthy|available|alive|live|usable|working)|whole|entire|both|none
    ~ 全部|[全都]|所有|没有?一[台个]|一[台个]都|没(?:有)?(?:可用|健康|活着)|每[台个]`,
  oneOfTwo: sign`(?:one|1|first|primary|either) (?:of (?:(?:the|my|our|its) )?(?:two|2|both|them|several|three)|
    (?:backend|node|server|instance|replica)s?)|
    (?:two|2|second|other|another|next|pair of|both)(?: \w+){0,5} (?:backend|servers?|nodes?|instances?|replicas?|one)|
    fail ?over|one is (?:down|dead)
    ~ [两2二](?:[台个]|组)|(?:挂|坏|死|停|有)了?一[台个]|其中(?:有)?一[台个]|[一某][台个]后端|另一台|故障转移|切换?到|切换`,
} as const;
