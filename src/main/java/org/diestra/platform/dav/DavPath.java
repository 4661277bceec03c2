package org.diestra.platform.dav;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where something is: names from the outermost in, decoded, in composed letters (NFC), so that the
 * same name is the same whichever system sends it. None is empty, {@code .} or {@code ..}, and none
 * holds a slash or a control character.
 *
 * @param names at most 100
 */
public record DavPath(List<String> names) {
  static final String BASE = "/dav";
  private static final int DEEPEST = 100;
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  public DavPath {
    names = List.copyOf(names);
  }

  /**
   * Reads the path of a request as it was sent.
   *
   * @throws DavFault 400 for what is no path, 404 for one of elsewhere
   */
  static DavPath read(String raw) {
    if (!raw.equals(BASE) && !raw.startsWith(BASE + "/")) {
      throw new DavFault(404);
    }
    var names = new ArrayList<String>();
    for (var part : raw.substring(BASE.length()).split("/")) {
      if (!part.isEmpty()) {
        names.add(checked(decoded(part)));
      }
    }
    if (names.size() > DEEPEST) {
      throw new DavFault(414);
    }
    return new DavPath(names);
  }

  private static String checked(String name) {
    boolean wrong =
        name.equals(".")
            || name.equals("..")
            || name.chars().anyMatch(c -> c == '/' || Character.isISOControl(c));
    if (wrong) {
      throw new DavFault(400);
    }
    return name;
  }

  private static String decoded(String part) {
    var bytes = new ByteArrayOutputStream(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%') {
        int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
        int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new DavFault(400);
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    } catch (CharacterCodingException notText) {
      throw new DavFault(400);
    }
  }

  /**
   * What an address within a report means, relative to a branch; empty for one of elsewhere.
   *
   * @param address absolute, or from the root on
   */
  public static Optional<DavPath> within(String branch, String address) {
    try {
      var path = Call.pathOf(address);
      return path.root() || !path.names().getFirst().equals(branch)
          ? Optional.empty()
          : Optional.of(path.below(1));
    } catch (DavFault notOurs) {
      return Optional.empty();
    }
  }

  public boolean root() {
    return names.isEmpty();
  }

  /** The last name. */
  public String name() {
    return names.getLast();
  }

  public DavPath parent() {
    return new DavPath(names.subList(0, names.size() - 1));
  }

  public DavPath child(String name) {
    var longer = new ArrayList<>(names);
    longer.add(name);
    return new DavPath(longer);
  }

  /** Without the first names. */
  DavPath below(int first) {
    return new DavPath(names.subList(first, names.size()));
  }

  boolean within(DavPath other) {
    return names.size() > other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }

  /** As the tables of locks keep it: decoded names between slashes. */
  String key() {
    return "/" + String.join("/", names);
  }

  /** Its own key and those of all it lies in. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    for (int i = 0; i <= names.size(); i++) {
      keys.add(new DavPath(names.subList(0, i)).key());
    }
    return keys;
  }

  /** Its address, encoded; collections end in a slash. */
  public String href(boolean collection) {
    var path = names.stream().map(n -> "/" + encoded(n)).collect(Collectors.joining());
    return BASE + path + (collection ? "/" : "");
  }

  /** One name, encoded for an address. */
  static String encoded(String name) {
    var out = new StringBuilder(name.length() + 16);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf((char) b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return out.toString();
  }

  private static char hex(int nibble) {
    return "0123456789ABCDEF".charAt(nibble & 0xF);
  }
}
