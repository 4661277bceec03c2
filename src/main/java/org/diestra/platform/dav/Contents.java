package org.diestra.platform.dav;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.platform.base.Streams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** GET and HEAD, with ranges (RFC 9110, section 14), and PUT. Bytes go by a piece at a time. */
@Component
class Contents {
  /** Bytes that are sooner taken in than refused: they are asked their conditions once. */
  private static final int SMALL = 65_536;

  private static final int LARGEST_POST = 100_000; // bytes

  private final Locks locks;
  private final TransactionTemplate reading;
  private final TransactionTemplate changing;

  Contents(Locks locks, PlatformTransactionManager transactions) {
    this.locks = locks;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.changing = new TransactionTemplate(transactions);
  }

  void get(Call call) throws IOException {
    var node = reading.execute(tx -> readable(call));
    var response = call.response();
    describe(node, response);
    var ranges = ranges(call, node);
    if (ranges.size() != 1) {
      // RFC 9110, section 14.2: a server may ignore ranges; several at once serve nobody here.
      send(call, node, 0, node.size());
      return;
    }
    long start = start(ranges.getFirst(), node.size());
    if (start >= node.size()) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + node.size());
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    long end = ranges.getFirst().getRangeEnd(node.size());
    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + node.size());
    send(call, node, start, end - start + 1);
  }

  private Node readable(Call call) {
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    tag(node, call.response());
    locks.requireConditions(call, node);
    if (node.collection()) {
      throw new DavFault(405);
    }
    return node;
  }

  /** Saved, never shown: nothing that somebody stored may act in the house's name. */
  private static void describe(Node node, HttpServletResponse response) {
    tag(node, response);
    response.setContentType(node.mediaType());
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  private static void tag(Node node, HttpServletResponse response) {
    if (node.etag() != null) {
      response.setHeader(HttpHeaders.ETAG, node.etag());
    }
    if (node.etag() != null && node.scheduleTag() != null) {
      response.setHeader("Schedule-Tag", node.scheduleTag());
    }
    response.setHeader(HttpHeaders.LAST_MODIFIED, Live.date(node.modified()));
    var sha256 = node.sha256();
    if (sha256 != null) {
      response.setHeader("OC-Checksum", "SHA256:" + sha256);
    }
  }

  /** None where there is no range, a malformed one, or one that was meant for other bytes. */
  private static List<HttpRange> ranges(Call call, Node node) {
    if (!call.request().getMethod().equals("GET")) {
      return List.of(); // RFC 9110, section 14.2
    }
    var meantFor = call.header(HttpHeaders.IF_RANGE);
    if (meantFor != null && !meantFor.equals(node.etag())) {
      return List.of(); // a date of whole seconds tells two writings of one second not apart
    }
    try {
      return HttpRange.parseRanges(call.header(HttpHeaders.RANGE));
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  private static long start(HttpRange range, long size) {
    return size == 0 ? 0 : range.getRangeStart(size);
  }

  private static void send(Call call, Node node, long start, long length) throws IOException {
    call.response().setContentLengthLong(length);
    if (call.request().getMethod().equals("HEAD") || length == 0) {
      return;
    }
    try (var in = call.branch().open(call.viewer(), node)) {
      in.skipNBytes(start);
      Streams.copy(in, length, call.response().getOutputStream());
    }
  }

  /**
   * Twice at once: both bring their bytes, then one after the other asks its conditions again, and
   * the second finds what the first has left.
   */
  void put(Call call) throws IOException {
    if (call.header(HttpHeaders.CONTENT_RANGE) != null) {
      throw new DavFault(400); // RFC 9110, section 14.5
    }
    long length = call.request().getContentLengthLong();
    boolean small = length >= 0 && length <= SMALL;
    if (!small && !call.branch().light()) {
      reading.execute(tx -> writable(call) == null);
    }
    var checked = Checksums.of(call);
    var in = checked.around(call.request().getInputStream());
    try (var brought = call.branch().receive(call.viewer(), call.inner(), in, length)) {
      checked.require();
      var kept = changing.execute(tx -> keep(call, brought));
      tag(kept.node(), call.response());
      call.response().setStatus(kept.created() ? 201 : 204);
    }
  }

  void post(Call call) throws IOException {
    var body = call.request().getInputStream().readNBytes(LARGEST_POST + 1);
    if (body.length > LARGEST_POST) {
      throw new DavFault(413);
    }
    var answer =
        requireNonNull(
            reading.execute(tx -> call.branch().post(call.viewer(), call.inner(), body)));
    call.response().setContentType(answer.mediaType());
    call.response().getOutputStream().write(answer.body());
  }

  private record Kept(Node node, boolean created) {}

  private Kept keep(Call call, Branch.Brought brought) {
    call.branch().hold(call.viewer(), List.of(call.inner()));
    boolean created = writable(call) == null;
    var node = call.branch().put(call.viewer(), call.inner(), brought);
    return new Kept(node, created);
  }

  /** What is there to be written over, or null. */
  private @Nullable Node writable(Call call) {
    var node = Locks.find(call, call.path());
    locks.requireConditions(call, node);
    if (node != null && node.collection()) {
      throw new DavFault(405);
    }
    if (node != null) {
      locks.requireChange(call, call.path());
      return node;
    }
    var parent = Locks.find(call, call.path().parent());
    if (parent == null || !parent.collection()) {
      throw new DavFault(409);
    }
    locks.requireMembership(call, call.path());
    return null;
  }
}
