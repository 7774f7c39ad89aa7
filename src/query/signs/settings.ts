// Settings and markers by whose name people ask for what they limit or bring about.

const NAMED: Readonly<Record<string, string>> = {
  'upstream.connect-timeout': `proxy_connect_timeout fastcgi_connect_timeout uwsgi_connect_timeout timeout\\ connect
    connect_timeout dial_timeout connecttimeout connect_attempts_timeout`,
  'upstream.no-response': `proxy_read_timeout timeout\\ server first_byte_timeout between_bytes_timeout proxytimeout
    response_header_timeout transaction_no_activity_timeout_out proxy\\.timeout\\.io read_timeout`,
  'app.script-too-slow': 'fastcgi_read_timeout uwsgi_read_timeout max_execution_time',
  'upstream.header-10k':
    'proxy_buffer_size proxy_buffers fastcgi_buffer_size fastcgi_buffers http_resp_hdr_len http_resp_size',
  'upstream.header-70k': 'proxy_buffer_size proxy_buffers fastcgi_buffer_size http_resp_hdr_len http_resp_size',
  'upstream.full': 'max_conns timeout\\ queue maxqueue max_connections',
  'upstream.refused': 'econnrefused',
  'upstream.name-unknown': 'enotfound eai_again nxdomain servfail',
  'request.body-too-large': `client_max_body_size limitrequestbody maxpostsize request_body_max_size max-request-size
    limit-request-body max_request_body_size post_max_size`,
  'request.header-10k': `large_client_header_buffers client_header_buffer_size limitrequestfieldsize
    limit_request_field_size http_req_hdr_len max-http-header-size maxhttpheadersize maxhttprequestheadersize
    request_header_max_size hpe_header_overflow`,
  'request.header-100k': `large_client_header_buffers client_header_buffer_size limitrequestfieldsize
    limit_request_field_size http_req_hdr_len max-http-header-size maxhttpheadersize maxhttprequestheadersize
    request_header_max_size hpe_header_overflow`,
  'request.many-headers': 'limitrequestfields limit_request_fields http_max_hdr maxheadercount maxheaderscount',
  'request.uri-10k': 'limitrequestline limit_request_line',
  'request.uri-100k': 'limitrequestline limit_request_line',
  'request.slow-header': `client_header_timeout requestreadtimeout reqtimeout mod_reqtimeout timeout\\ http-request
    headerstimeout read_header_timeout slowloris`,
  'request.slow-body': 'client_body_timeout request_body_timeout',
  'server.rate-limit': 'limit_req limit_req_zone http_req_rate stick-table ratelimitvalve mod_evasive',
  'server.connection-limit': 'limit_conn limit_conn_zone maxconnperip',
  'server.overload': 'worker_connections maxrequestworkers maxclients maxthreads acceptcount',
  'app.pool-full': 'max_children pm\\.max_children listen\\.backlog',
  'app.worker-timeout': 'worker\\ timeout harakiri request_terminate_timeout',
  'request.folder-without-index': 'autoindex directoryindex dir-listing',
  'request.unreadable-file':
    'chmod\\ 0?[0-7]{3} (?:perms|mode)\\ (?:0[0-7]|[067])[0-7]{2} 权限是?\\ ?(?:0[0-7]|[067])[0-7]{2}',
  'client.gone': 'proxy_ignore_client_abort',
};

const SETTINGS: readonly (readonly [condition: string, written: RegExp])[] = Object.entries(NAMED).map(
  ([condition, names]) => [condition, new RegExp(`(?<![a-z_-])(?:${names.split(/(?<!\\)\s+/).join('|')})(?![a-z_-])`)],
);

/** Conditions for which a setting or a marker in the text stands. */
export function conditionsOfSettings(text: string): string[] {
  return SETTINGS.filter(([, written]) => written.test(text)).map(([condition]) => condition);
}
