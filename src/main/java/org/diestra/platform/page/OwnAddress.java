package org.diestra.platform.page;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A house whose address begins with https is reached by no other way: a proxy that forgets to say
 * so leaves no cookie without its Secure. One that says it was asked over http is believed.
 */
@Component
class OwnAddress implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final URI house;

  OwnAddress(@Value("${diestra.base-url}") URI house) {
    this.house = house;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    if ("https".equals(house.getScheme())) {
      server.addConnectorCustomizers(connector -> {
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProxyPort(house.getPort() < 0 ? 443 : house.getPort());
      });
    }
  }
}
