package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * The headers of tus 1.0.0, a protocol for uploads that go on where they broke off (<a
 * href="https://tus.io/protocols/resumable-upload">tus.io</a>): its core and the extensions
 * creation, creation-with-upload, termination, expiration and checksum.
 */
final class Tus {
  static final String RESUMABLE = "Tus-Resumable";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String EXPIRES = "Upload-Expires";
  static final String PIECE = "application/offset+octet-stream";

  /** What the checksum extension calls "Checksum Mismatch". */
  static final int MISMATCH = 460;

  private static final String VERSION = "1.0.0";
  private static final int LONGEST_MARK = 200;

  private Tus() {}

  /** Whether it can be spoken with. Who says nothing of a version is taken at its word. */
  static boolean speaks(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(RESUMABLE, VERSION);
    var spoken = request.getHeader(RESUMABLE);
    if (spoken == null || spoken.equals(VERSION)) {
      return true;
    }
    response.setHeader("Tus-Version", VERSION);
    return false;
  }

  /** What a server can do, for whoever asks by OPTIONS. */
  static void describe(HttpServletResponse response) {
    response.setHeader(RESUMABLE, VERSION);
    response.setHeader("Tus-Version", VERSION);
    response.setHeader(
        "Tus-Extension", "creation,creation-with-upload,termination,expiration,checksum");
    response.setHeader("Tus-Checksum-Algorithm", Checksum.NAMES);
  }

  /** A number of bytes in a header; empty where there is none, or it is no such number. */
  static OptionalLong bytes(HttpServletRequest request, String header) {
    var text = request.getHeader(header);
    return text != null && text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  static boolean isPiece(HttpServletRequest request) {
    return PIECE.equals(request.getContentType());
  }

  /** What a file is, in the words of whoever sends it. */
  record Told(Map<String, String> words) {
    /** As {@code Upload-Metadata} has it: names, each with its value in Base64. */
    static Told of(HttpServletRequest request) {
      var header = request.getHeader("Upload-Metadata");
      var words = new HashMap<String, String>();
      if (header != null) {
        Arrays.stream(header.split(","))
            .map(pair -> pair.strip().split(" +", 2))
            .forEach(pair -> words.put(pair[0], pair.length < 2 ? "" : decoded(pair[1])));
      }
      return new Told(words);
    }

    private static String decoded(String text) {
      try {
        return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notBase64) {
        return "";
      }
    }

    String name() {
      return words.getOrDefault("filename", words.getOrDefault("name", ""));
    }

    /** The folder on the page it is sent from; empty for the workspace's own. */
    String folder() {
      return words.getOrDefault("folder", "");
    }

    /** Folders that it was brought in. */
    List<String> path() {
      return Arrays.stream(words.getOrDefault("path", "").split("/"))
          .filter(one -> !one.isEmpty())
          .toList();
    }

    String mark() {
      var line = Typed.line(words.get("mark"));
      return line.substring(0, Math.min(LONGEST_MARK, line.length()));
    }
  }

  /**
   * The sum of the piece that comes with a request; null where nothing is said.
   *
   * @throws IllegalArgumentException if it is of a kind that nobody knows
   */
  static @Nullable Checksum sum(HttpServletRequest request) {
    var header = request.getHeader("Upload-Checksum");
    return header == null
        ? null
        : Checksum.read(header).orElseThrow(() -> new IllegalArgumentException(header));
  }
}
