package org.diestra.platform.fetching;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the open internet: those that IANA's registries of special purposes
 * (RFC 6890 and its successors) do not keep for anything else. An operator may open networks of
 * their own, for a file server in the same building.
 *
 * @param opened besides
 */
record Networks(List<Block> opened) {
  private static final List<Block> SPECIAL =
      blocks(
          // RFC 6890 and IANA's IPv4 registry
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          // IANA's IPv6 registry, within what is given out at all
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "2620:4f:8000::/48",
          "3fff::/20");
  private static final Block GIVEN_OUT = Block.of("2000::/3"); // RFC 4291, section 2.4
  private static final Block TRANSLATED = Block.of("64:ff9b::/96"); // RFC 6052, section 2.1
  private static final int V4_IN_V6 = 12;

  /**
   * @param text blocks with commas between, such as {@code 10.1.0.0/16, fd00::/8}; may be blank
   * @throws IllegalArgumentException if one is none
   */
  static Networks opening(String text) {
    return new Networks(
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .map(Block::of)
            .toList());
  }

  boolean allows(InetAddress address) {
    return isPublic(address) || own(address);
  }

  /** Whether it lies in a network that the operator opened. */
  boolean own(InetAddress address) {
    return opened.stream().anyMatch(block -> block.holds(address));
  }

  private static boolean isPublic(InetAddress address) {
    if (TRANSLATED.holds(address)) {
      return isPublic(translated(address));
    }
    boolean outThere = address instanceof Inet4Address || GIVEN_OUT.holds(address);
    return outThere && SPECIAL.stream().noneMatch(block -> block.holds(address));
  }

  /** Which address of the old kind stands in one for a network without them. */
  private static InetAddress translated(InetAddress address) {
    var bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, V4_IN_V6, bytes.length));
    } catch (UnknownHostException fourBytes) {
      throw new IllegalStateException(fourBytes);
    }
  }

  private static List<Block> blocks(String... texts) {
    return Stream.of(texts).map(Block::of).toList();
  }

  /**
   * Addresses that begin with the same bits (RFC 4632, section 3.1).
   *
   * @param first the first of them
   * @param bits that are the same
   */
  record Block(InetAddress first, int bits) {
    /**
     * @throws IllegalArgumentException if it is not written as {@code address/bits}
     */
    static Block of(String text) {
      int slash = text.indexOf('/');
      if (slash < 0
          || !text.substring(0, slash).matches("[0-9.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:]*")) {
        throw new IllegalArgumentException("expected address/bits: " + text);
      }
      try {
        var first = InetAddress.getByName(text.substring(0, slash)); // digits: asks nobody
        int bits = Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
          throw new IllegalArgumentException("too many bits: " + text);
        }
        return new Block(first, bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("expected address/bits: " + text, e);
      }
    }

    boolean holds(InetAddress address) {
      var mine = first.getAddress();
      var theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      int rest = bits % Byte.SIZE;
      if (!Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
        return false;
      }
      return rest == 0 || (mine[whole] ^ theirs[whole]) >>> (Byte.SIZE - rest) == 0;
    }
  }
}
