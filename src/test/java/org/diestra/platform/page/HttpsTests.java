package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** The house behind a proxy that ends https before it. */
@HouseTest
class HttpsTests {
  private static final String HSTS = "strict-transport-security";
  @LocalServerPort private int port;

  @Test
  void whatComesOverHttpsStaysThere() throws Exception {
    for (var path : List.of("/login", "/theme/dark?to=/", "/language/es?to=/jobs")) {
      var answer = get(path, "https");
      assertThat(answer.headers().firstValue(HSTS)).as(path).isPresent();
      assertThat(answer.headers().allValues("set-cookie"))
          .as(path)
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("; Secure"));
      assertThat(answer.headers().firstValue("location").orElse("/")).startsWith("/");
    }
  }

  @Test
  void overHttpNothingIsPromised() throws Exception {
    var answer = get("/theme/dark?to=/", "http");
    assertThat(answer.headers().firstValue(HSTS)).isEmpty();
    assertThat(answer.headers().allValues("set-cookie")).noneMatch(c -> c.contains("Secure"));
  }

  @Test
  void anAddressWithHttpsHoldsEvenWhereTheProxySaysNothing() {
    var behind = connector("https://market.example");
    assertThat(behind.getSecure()).isTrue();
    assertThat(behind.getScheme()).isEqualTo("https");
    assertThat(behind.getProxyPort()).isEqualTo(443);
    assertThat(connector("https://market.example:8443").getProxyPort()).isEqualTo(8443);
    assertThat(connector("http://localhost:8080").getSecure()).isFalse();
  }

  private static Connector connector(String house) {
    var server = new TomcatServletWebServerFactory();
    new OwnAddress(URI.create(house)).customize(server);
    var connector = new Connector();
    server.getConnectorCustomizers().forEach(each -> each.customize(connector));
    return connector;
  }

  private HttpResponse<Void> get(String path, String proto) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-Forwarded-Proto", proto)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding());
    }
  }
}
