package org.diestra.platform.fetching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.diestra.platform.fetching.Fetched.Failed;
import org.diestra.platform.fetching.Fetched.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * The door: fetches what lies at an address that somebody gave. Nothing of this house goes with the
 * question, no cookie and no name but the program's. It blocks its thread for as long as the wish
 * allows, so hold no transaction meanwhile.
 */
public class Fetcher implements DisposableBean {
  private static final Set<Integer> SENDS_ON = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_SENDINGS = 5;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int ALL = 16;
  private static final int A_HOST = 2;
  private static final int FIRST_FREE_PORT = 1024;
  private final OpenDns names;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clocks =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Fetcher(OpenDns names) {
    this.names = names;
    client = Lines.open(names, ALL, A_HOST);
  }

  /** Fetches it, or says why not. It throws nothing of the network's. */
  public Fetched get(String address, Wish wish) {
    var begun = System.nanoTime();
    var next = address(address);
    for (int i = 0; i <= MOST_SENDINGS; i++) {
      if (next.isEmpty()) {
        return new Failed(i == 0 ? Fault.ADDRESS : Fault.LOST, 0);
      }
      var from = next.get();
      var answer = once(from, wish, wish.within().minusNanos(System.nanoTime() - begun));
      if (!(answer instanceof SentOn on)) {
        return ((Final) answer).fetched();
      }
      next = on.to() == null ? Optional.empty() : further(from, on.to());
    }
    return new Failed(Fault.LOST, 0);
  }

  /**
   * Whether nobody on the way reads what comes from there: by https, or within networks that the
   * operator opened.
   */
  public boolean sheltered(String address) {
    return names.sheltered(address);
  }

  /** The host of an address of the web, which may be shown where the rest of it is a secret. */
  public static Optional<String> host(String address) {
    return address(address).map(URI::getHost);
  }

  private sealed interface Answer {}

  private record Final(Fetched fetched) implements Answer {}

  private record SentOn(@Nullable String to) implements Answer {}

  private Answer once(URI from, Wish wish, Duration left) {
    if (!left.isPositive()) {
      return new Final(new Failed(Fault.SLOW, 0));
    }
    var question = new HttpGet(from);
    question.setHeader("Accept", wish.accept());
    if (wish.etag() != null) {
      question.setHeader("If-None-Match", wish.etag());
    }
    if (wish.modified() != null) {
      question.setHeader("If-Modified-Since", wish.modified());
    }
    var end = clocks.schedule(question::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return client.execute(question, response -> answer(response, question, wish, from));
    } catch (IOException e) {
      return new Final(new Failed(question.isCancelled() ? Fault.SLOW : fault(e), 0));
    } finally {
      end.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response, HttpGet question, Wish wish, URI from)
      throws IOException {
    int status = response.getCode();
    if (status == 200) {
      var bytes = read(response.getEntity(), wish.most());
      if (bytes == null) {
        question.cancel(); // else the rest would be read, to use the line again
        return new Final(new Failed(Fault.LARGE, status));
      }
      return new Final(
          new Fetched.Body(
              bytes,
              header(response, "Content-Type"),
              header(response, "ETag"),
              header(response, "Last-Modified"),
              from));
    }
    question.cancel(); // nobody wants to read on
    if (SENDS_ON.contains(status)) {
      return new SentOn(header(response, "Location"));
    }
    boolean asked = wish.etag() != null || wish.modified() != null;
    return new Final(
        status == 304 && asked ? new Fetched.Unchanged() : new Failed(Fault.REFUSED, status));
  }

  /** Null where there is more of it. */
  static byte @Nullable [] read(@Nullable HttpEntity entity, int most) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (entity.getContentLength() > most) {
      return null;
    }
    var out = new ByteArrayOutputStream();
    try (InputStream in = entity.getContent()) {
      var part = new byte[8192];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        if (out.size() + n > most) {
          return null;
        }
        out.write(part, 0, n);
      }
    }
    return out.toByteArray();
  }

  static @Nullable String header(ClassicHttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  static Fault fault(IOException e) {
    return switch (e) {
      case OpenDns.Hidden hidden -> Fault.PRIVATE;
      case SSLException untrusted -> Fault.UNTRUSTED;
      case java.net.SocketTimeoutException slow -> Fault.SLOW;
      default -> Fault.UNREACHABLE;
    };
  }

  static Optional<URI> further(URI from, String to) {
    try {
      var next = address(from.resolve(new URI(to)).toString());
      boolean weaker =
          "https".equals(from.getScheme())
              && next.filter(n -> "http".equals(n.getScheme())).isPresent();
      return weaker ? Optional.empty() : next;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * An address as it is asked for, if it is one: http or https, a host in any script, a port of the
   * web's or a free one, no name and no password.
   */
  static Optional<URI> address(String text) {
    try {
      var uri = new URI(text.strip());
      var authority = uri.getRawAuthority();
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (text.length() > LONGEST_ADDRESS
          || !Set.of("http", "https").contains(scheme)
          || authority == null
          || authority.contains("@")) {
        return Optional.empty();
      }
      int colon = authority.lastIndexOf(':');
      boolean hasPort = colon > authority.lastIndexOf(']');
      int port = hasPort ? Integer.parseInt(authority.substring(colon + 1)) : -1;
      var host = hasPort ? authority.substring(0, colon) : authority;
      boolean open = port == -1 || port == 80 || port == 443 || port >= FIRST_FREE_PORT;
      if (!open || port > 65_535) {
        return Optional.empty();
      }
      var name = host.startsWith("[") ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
      var path = Objects.requireNonNullElse(uri.getRawPath(), "");
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      var plain =
          new URI(
              scheme
                  + "://"
                  + name
                  + (hasPort ? ":" + port : "")
                  + (path.isEmpty() ? "/" : path)
                  + query);
      return plain.getHost() == null
          ? Optional.empty()
          : Optional.of(new URI(plain.toASCIIString()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void destroy() throws IOException {
    clocks.shutdownNow();
    client.close();
  }
}
