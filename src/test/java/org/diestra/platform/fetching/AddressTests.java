package org.diestra.platform.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an address of the web. */
class AddressTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "calendar",
        "//open.test/",
        "ftp://open.test/",
        "file:///etc/passwd",
        "http:///a",
        "http://user:word@open.test/",
        "http://open.test:22/",
        "http://open.test:0/",
        "http://open.test:70000/",
        "http://open.test:x/",
        "http://open test/",
        "javascript:alert(1)",
        "http://open_test/",
        "http://o\u0000pen.test/",
        "jar:http://open.test!/"
      })
  void whatIsNoAddressOfTheWebIsNotAsked(String address) {
    assertThat(Fetcher.address(address)).isEmpty();
  }

  @Test
  void anAddressMayBeInAnyScript() {
    assertThat(Fetcher.address(" HTTPS://Ñandú.example/año?q=é#there "))
        .contains(URI.create("https://xn--and-6ma2c.example/a%C3%B1o?q=%C3%A9"));
    assertThat(Fetcher.address("http://[2001:db8::1]:8080"))
        .contains(URI.create("http://[2001:db8::1]:8080/"));
    assertThat(Fetcher.further(URI.create("https://a.example/x"), "http://a.example/y")).isEmpty();
    assertThat(Fetcher.further(URI.create("https://a.example/x/y"), "../z"))
        .contains(URI.create("https://a.example/z"));
  }
}
