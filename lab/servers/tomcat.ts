import { names, siteFiles, siteModes } from '../site.ts';
import type { Place, ServerSoftware } from '../software.ts';

/** The application that has no name in the address. */
const SITE = 'webapps/ROOT';

export const rig: ServerSoftware = {
  id: 'tomcat',
  software: { name: 'Apache Tomcat', names: ['tomcat', 'tomcat10', 'apache tomcat'], kind: 'server' },
  package: { from: 'debian', name: 'tomcat10' },
  accessLog: 'logs/access.log',
  errorLogs: [],
  readAccessLine: (line) => {
    const status = /" (\d+|-) \S+$/.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  settle: 1500,
  limit: 15_000,
  offers: [
    'rate-limit',
    'connection-limit',
    'overload',
    'files',
    'ranges',
    'credentials',
    'time-outs',
    'tls',
    'application',
    'script',
  ],
  apart: ['connections', 'overload'],
  lacks: {},
  settings: {},
  start: (place, setup) => ({
    files: {
      ...Object.fromEntries(Object.entries(siteFiles).map(([name, text]) => [name.replace('www', SITE), text])),
      'conf/server.xml': configuration(place, setup),
      'conf/web.xml': defaults,
      'conf/tomcat-users.xml':
        '<tomcat-users><role rolename="user"/><user username="ann" password="secret" roles="user"/></tomcat-users>',
      [`${SITE}/WEB-INF/web.xml`]: application,
      [`${SITE}/app.jsp`]: '<% request.getInputStream().readAllBytes(); %>hello\n',
      [`${SITE}/sends.jsp`]:
        '<% response.setStatus(Integer.parseInt(request.getRequestURI().substring(7))); response.setContentLength(5); response.getOutputStream().print("hello"); if (true) return; %>\n',
      [`${SITE}/sleep.jsp`]: '<% Thread.sleep(4500); %>hello\n',
      [`${SITE}/throws.jsp`]: '<% if (true) throw new IllegalStateException("lab"); %>\n',
    },
    modes: Object.fromEntries(Object.entries(siteModes).map(([name, mode]) => [name.replace('www', SITE), mode])),
    folders: ['logs', 'temp', 'work'],
    unprivileged: true,
    commands: [
      {
        command: [
          'java',
          ...['-Xmx96m', '-cp', '/usr/share/tomcat10/bin/bootstrap.jar:/usr/share/tomcat10/bin/tomcat-juli.jar'],
          ...['-Dcatalina.home=/usr/share/tomcat10', `-Dcatalina.base=${place.folder}`],
          ...[`-Djava.io.tmpdir=${place.folder}/temp`, 'org.apache.catalina.startup.Bootstrap', 'start'],
        ],
        output: 'output.log',
      },
    ],
  }),
};

const configuration = (place: Place, setup: string) => `<Server port="-1">
  <Service name="Catalina">
    <Connector port="${place.port}" address="127.0.0.1" connectionTimeout="1000" maxConnections="${setup === 'connections' ? 4 : 64}" maxThreads="${setup === 'overload' ? 4 : 32}" minSpareThreads="2" acceptCount="16"/>
    <Connector port="${place.tlsPort}" address="127.0.0.1" connectionTimeout="1000" SSLEnabled="true" defaultSSLHostConfigName="${names[0].name}">
${names
  .map(
    ({ name, kind }) => `      <SSLHostConfig hostName="${name}">
        <Certificate certificateFile="${place.certificates.file(kind)}" certificateKeyFile="${place.certificates.key(kind)}"/>
      </SSLHostConfig>`,
  )
  .join('\n')}
    </Connector>
    <Engine name="Catalina" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.MemoryRealm"/>
      <Host name="localhost" appBase="webapps">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="access" suffix=".log"
          fileDateFormat="" rotatable="false" buffered="false" pattern="common"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

const servlet = (name: string, type: string, patterns: string[]) => `  <servlet>
    <servlet-name>${name}</servlet-name>
    <servlet-class>${type}</servlet-class>
    <load-on-startup>1</load-on-startup>
  </servlet>
${patterns
  .map(
    (pattern) =>
      `  <servlet-mapping><servlet-name>${name}</servlet-name><url-pattern>${pattern}</url-pattern></servlet-mapping>`,
  )
  .join('\n')}`;

/** The parts of Tomcat's own conf/web.xml that matter here. */
const defaults = `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
${servlet('default', 'org.apache.catalina.servlets.DefaultServlet', ['/'])}
${servlet('jsp', 'org.apache.jasper.servlet.JspServlet', ['*.jsp'])}
  <mime-mapping><extension>txt</extension><mime-type>text/plain</mime-type></mime-mapping>
</web-app>
`;

const application = `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
  <servlet><servlet-name>app</servlet-name><jsp-file>/app.jsp</jsp-file><load-on-startup>1</load-on-startup></servlet>
  <servlet-mapping><servlet-name>app</servlet-name><url-pattern>/app</url-pattern><url-pattern>/sleep/not</url-pattern><url-pattern>/rate-limited</url-pattern></servlet-mapping>
  <servlet><servlet-name>sends</servlet-name><jsp-file>/sends.jsp</jsp-file><load-on-startup>1</load-on-startup></servlet>
  <servlet-mapping><servlet-name>sends</servlet-name><url-pattern>/sends/*</url-pattern></servlet-mapping>
  <servlet><servlet-name>sleep</servlet-name><jsp-file>/sleep.jsp</jsp-file><load-on-startup>1</load-on-startup></servlet>
  <servlet-mapping><servlet-name>sleep</servlet-name><url-pattern>/sleep</url-pattern></servlet-mapping>
  <filter>
    <filter-name>limit</filter-name>
    <filter-class>org.apache.catalina.filters.RateLimitFilter</filter-class>
    <init-param><param-name>bucketRequests</param-name><param-value>1</param-value></init-param>
    <init-param><param-name>bucketDuration</param-name><param-value>3600</param-value></init-param>
  </filter>
  <filter-mapping><filter-name>limit</filter-name><url-pattern>/rate-limited</url-pattern></filter-mapping>
  <servlet><servlet-name>throws</servlet-name><jsp-file>/throws.jsp</jsp-file><load-on-startup>1</load-on-startup></servlet>
  <servlet-mapping><servlet-name>throws</servlet-name><url-pattern>/throws</url-pattern></servlet-mapping>
  <security-constraint>
    <web-resource-collection>
      <web-resource-name>private</web-resource-name>
      <url-pattern>/private/*</url-pattern>
    </web-resource-collection>
    <auth-constraint><role-name>user</role-name></auth-constraint>
  </security-constraint>
  <login-config><auth-method>BASIC</auth-method><realm-name>lab</realm-name></login-config>
  <security-role><role-name>user</role-name></security-role>
</web-app>
`;
