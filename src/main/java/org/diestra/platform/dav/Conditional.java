package org.diestra.platform.dav;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The conditions of HTTP itself (RFC 9110, section 13.2.2), in their order. */
final class Conditional {
  private Conditional() {}

  /** Thrown as 304 for what is only read. */
  static final int NOT_MODIFIED = 304;

  /**
   * @param node what stands there, or null
   * @throws DavFault 412, or 304 for a GET or HEAD of what the other side has already
   */
  static void check(Call call, @Nullable Node node) {
    var etag = node == null ? null : node.etag();
    var match = call.header("If-Match");
    if (match != null) {
      require(isListed(match, node, etag), 412);
    } else {
      var since = date(call.header("If-Unmodified-Since"));
      require(since == null || node == null || !isAfter(node, since), 412);
    }
    var scheduled = call.header("If-Schedule-Tag-Match"); // RFC 6638, section 8.3
    if (scheduled != null) {
      require(node != null && scheduled.strip().equals(node.scheduleTag()), 412);
    }
    boolean reads = reads(call);
    var none = call.header("If-None-Match");
    if (none != null) {
      require(!isListed(weakless(none), node, etag), reads ? NOT_MODIFIED : 412);
    } else if (reads) {
      var since = date(call.header("If-Modified-Since"));
      require(since == null || node == null || isAfter(node, since), NOT_MODIFIED);
    }
  }

  private static boolean reads(Call call) {
    var method = call.request().getMethod();
    return method.equals("GET") || method.equals("HEAD");
  }

  private static void require(boolean holds, int status) {
    if (!holds) {
      throw new DavFault(status);
    }
  }

  private static boolean isListed(String header, @Nullable Node node, @Nullable String etag) {
    if (header.strip().equals("*")) {
      return node != null;
    }
    return etag != null
        && Arrays.stream(header.split(",")).map(String::strip).anyMatch(etag::equals);
  }

  /** If-None-Match compares weakly (RFC 9110, section 13.1.2). */
  private static String weakless(String header) {
    return header.replace("W/\"", "\"");
  }

  /** HTTP knows whole seconds. */
  private static boolean isAfter(Node node, Instant since) {
    return node.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(since);
  }

  /** What is no date counts as not sent (RFC 9110, section 13.1.3). */
  private static @Nullable Instant date(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }
}
