package org.diestra.platform.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Knows names as the machine does, and answers with addresses of the open internet alone. The line
 * is opened to just those, so that a name which means something else a moment later gains nothing.
 */
record OpenDns(Networks networks, DnsResolver names) implements DnsResolver {
  OpenDns(Networks networks) {
    this(networks, SystemDefaultDnsResolver.INSTANCE);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var open = Stream.of(names.resolve(host)).filter(networks::allows).toArray(InetAddress[]::new);
    if (open.length == 0) {
      throw new Hidden(host);
    }
    return open;
  }

  /** Whether all that it means lies in networks of the operator's own. */
  boolean own(String host) {
    try {
      var all = names.resolve(host);
      return all.length > 0 && Stream.of(all).allMatch(networks::own);
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** Whether a secret may go there: by https, or within networks of the operator's own. */
  boolean sheltered(String address) {
    return Fetcher.address(address)
        .filter(to ->
            "https".equals(to.getScheme()) || Fetcher.host(address).filter(this::own).isPresent())
        .isPresent();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** There is such a name, for a network that is not everybody's. */
  static final class Hidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Hidden(String host) {
      super(host);
    }
  }
}
