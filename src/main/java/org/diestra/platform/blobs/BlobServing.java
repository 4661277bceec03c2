package org.diestra.platform.blobs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.platform.base.Streams;
import org.diestra.platform.page.SecurityHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Answers a request with a file, for a controller that has already decided that its reader may have
 * it. Nothing in the answer can act in our origin: no sniffing, a sandbox, and only types that a
 * browser shows harmlessly are shown at all.
 */
@Component
public class BlobServing {
  private static final String FIXED = "private, max-age=31536000, immutable";
  private static final String CHANGING = "private, no-cache";

  private final Blobs blobs;

  BlobServing(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Shows it in place where that is harmless, else offers it for saving; the address is its own.
   */
  public void show(Blob blob, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(blob, !blob.type().inline(), FIXED, request, response);
  }

  /** As {@link #show}, from an address that may lead to another file tomorrow: a portrait's. */
  public void showCurrent(Blob blob, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(blob, !blob.type().inline(), CHANGING, request, response);
  }

  /**
   * As {@link #showCurrent}, also within pages of other sites (Fetch, section 3.7): what is
   * published for everybody.
   */
  public void showEverywhere(Blob blob, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(blob, !blob.type().inline(), CHANGING, "cross-origin", request, response);
  }

  /** Offers it for saving under its name. */
  public void save(Blob blob, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(blob, true, FIXED, request, response);
  }

  /** As {@link #save}, from an address that may lead to other bytes tomorrow. */
  public void saveCurrent(Blob blob, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(blob, true, CHANGING, request, response);
  }

  private void send(
      Blob blob,
      boolean save,
      String caching,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(blob, save, caching, "same-origin", request, response);
  }

  private void send(
      Blob blob,
      boolean save,
      String caching,
      String within,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var etag = "\"" + blob.sha256().hex() + "\"";
    SecurityHeaders.forPicture(request, response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", within);
    if (new ServletWebRequest(request, response).checkNotModified(etag)) {
      return;
    }
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setContentType(mediaType(blob));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        Disposition.of(save ? "attachment" : "inline", blob.name()));
    var ranges = ranges(request, etag);
    if (ranges.size() == 1) {
      sendRange(blob, ranges.getFirst(), request, response);
    } else {
      // RFC 9110, section 14.2: a server may ignore ranges; several at once serve nobody here.
      sendBytes(blob, 0, blob.size(), request, response);
    }
  }

  private void sendRange(
      Blob blob, HttpRange range, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = range.getRangeStart(blob.size());
    if (start >= blob.size()) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + blob.size());
      response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
      return;
    }
    long end = range.getRangeEnd(blob.size());
    response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + blob.size());
    sendBytes(blob, start, end - start + 1, request, response);
  }

  private void sendBytes(
      Blob blob, long start, long length, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentLengthLong(length);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try (var in = blobs.open(blob)) {
      in.skipNBytes(start);
      Streams.copy(in, length, response.getOutputStream());
    }
  }

  /** None where there is no range, a malformed one, or one that was meant for other bytes. */
  private static List<HttpRange> ranges(HttpServletRequest request, String etag) {
    var meantFor = request.getHeader(HttpHeaders.IF_RANGE);
    if (meantFor != null && !meantFor.equals(etag)) {
      return List.of();
    }
    try {
      return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  /** Every kind of text is plain text here: a page, a drawing or a script is never run. */
  private String mediaType(Blob blob) throws IOException {
    if (blob.kind() != Kind.TEXT) {
      return blob.type().mediaType();
    }
    try (var in = blobs.open(blob)) {
      return "text/plain;charset=" + Texts.charset(in.readNBytes(Intake.HEAD)).name();
    }
  }
}
