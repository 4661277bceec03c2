package org.diestra.platform.blobs;

/** Width and height of a picture in pixels, each at least 1. */
public record Dimensions(int width, int height) {
  public long pixels() {
    return (long) width * height;
  }
}
