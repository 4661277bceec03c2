package org.diestra.platform.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTests {
  private final Networks none = Networks.opening("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.1.2.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "3fff::1"
      })
  void whatIsKeptForSomethingIsNotOpen(String address) throws UnknownHostException {
    assertThat(none.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00::1",
        "64:ff9b::101:101"
      })
  void whatLiesBesideIsOpen(String address) throws UnknownHostException {
    assertThat(none.allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void anOperatorOpensNetworksOfTheirOwn() throws UnknownHostException {
    var own = Networks.opening("10.1.0.0/17, fd00:12::/32 ,192.168.1.7/32");
    assertThat(own.allows(InetAddress.getByName("10.1.127.255"))).isTrue();
    assertThat(own.allows(InetAddress.getByName("10.1.128.0"))).isFalse();
    assertThat(own.allows(InetAddress.getByName("fd00:12:ffff::1"))).isTrue();
    assertThat(own.allows(InetAddress.getByName("fd00:13::1"))).isFalse();
    assertThat(own.allows(InetAddress.getByName("192.168.1.7"))).isTrue();
    assertThat(own.allows(InetAddress.getByName("192.168.1.6"))).isFalse();
    assertThat(own.allows(InetAddress.getByName("8.8.8.8"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "10.0.0/-1", "::1/129", "1.2.3.4/x"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Networks.opening(text));
  }
}
