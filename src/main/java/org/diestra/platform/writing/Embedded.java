package org.diestra.platform.writing;

/**
 * A file that stands in a text, as this reader may fetch it.
 *
 * @param href a path of this house ({@code /…}); on paper also {@code data:image/…;base64,…}
 * @param mediaType as the house found it, never as somebody claims: {@code image/png}
 * @param name what the file is called
 */
public record Embedded(String href, String mediaType, String name) {
  boolean isA(String kind) {
    return mediaType.startsWith(kind + "/");
  }
}
