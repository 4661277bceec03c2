package org.diestra.platform.fetching;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Lines to the open internet alone, few at once, with nothing of this house in what is asked. */
final class Lines {
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Without these an answer's head may go on for ever. */
  private static final Http1Config HEADS =
      Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

  private Lines() {}

  /**
   * @param all at once
   * @param aHost at once to one host; whoever comes after waits for {@link #SILENCE} at most
   */
  static CloseableHttpClient open(OpenDns names, int all, int aHost) {
    var patience = Timeout.of(SILENCE);
    var lines =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(HEADS).build())
            .setMaxConnTotal(all)
            .setMaxConnPerRoute(aHost)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(patience)
                    .setSocketTimeout(patience)
                    .build())
            .build();
    return HttpClients.custom() // asks no settings of the system: no proxy of somebody's
        .setConnectionManager(lines)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(patience)
                .setResponseTimeout(patience)
                .build())
        .setUserAgent("Diestra")
        .disableRedirectHandling() // each is looked at here
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableDefaultUserAgent()
        .build();
  }
}
