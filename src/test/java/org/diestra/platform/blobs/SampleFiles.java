package org.diestra.platform.blobs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people, and people up to no good, would bring them. */
public final class SampleFiles {
  /** The two colours of {@link #picture}, 40×20, as a browser writes WebP. */
  private static final String WEBP =
      "UklGRkwCAABXRUJQVlA4WAoAAAAgAAAAJwAAEwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH"
          + "4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAAB"
          + "FAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAA"
          + "AChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJY"
          + "WVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVog"
          + "AAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAA"
          + "AAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggXgAAAPAE"
          + "AJ0BKigAFAA+tVKfSiclIqGwGqgA4BaJQBmQ4E8goAFX/7oB/VQHyE3JgsUnQAD+6mX/l6sF3/+SnvKru5DM"
          + "CFV/Hh5NdgXx4eT103dF0o5jBxuGHnWAv8EwAAA=";

  private SampleFiles() {}

  public static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  public static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] exe() {
    return bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0PE\0\0 This program cannot be run");
  }

  public static byte[] pdf() {
    return bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  /** Two halves in two colours, so that a turn or a crop can be told. */
  public static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(200, 40, 40));
    g.fillRect(0, 0, width / 2, height);
    g.setColor(new Color(40, 40, 200));
    g.fillRect(width / 2, 0, width - width / 2, height);
    g.dispose();
    return written(image, format);
  }

  /** A PNG in which every pixel is another colour: no picture is heavier. */
  public static byte[] noise(int width, int height, long seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(seed);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt());
    }
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG that says, as telephones do, which side is up. */
  public static byte[] turned(byte[] jpeg, int orientation) {
    var exif =
        bytes("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0");
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
    out.writeBytes(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** A tiny picture with a text that unpacks to half a gigabyte. */
  public static byte[] textBomb() throws IOException {
    var png = new ByteArrayOutputStream();
    var out = new DataOutputStream(png);
    out.writeLong(0x89504E470D0A1A0AL);
    chunk(out, "IHDR", new byte[] {0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0});
    chunk(out, "PLTE", new byte[] {0, 0, 0, 50, 100, (byte) 200});
    var text = new ByteArrayOutputStream();
    text.writeBytes(bytes("Comment\0\0"));
    try (var deflating = new DeflaterOutputStream(text)) {
      for (int i = 0; i < 500; i++) {
        deflating.write(new byte[1_000_000]);
      }
    }
    chunk(out, "zTXt", text.toByteArray());
    chunk(out, "IDAT", deflated(new byte[] {0, 0, 1, 0, 1, 0}));
    chunk(out, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** A PNG that says it is that large and holds next to nothing. */
  public static byte[] pixelFlood(int width, int height) throws IOException {
    var png = new ByteArrayOutputStream();
    var out = new DataOutputStream(png);
    out.writeLong(0x89504E470D0A1A0AL);
    var header = new ByteArrayOutputStream();
    var h = new DataOutputStream(header);
    h.writeInt(width);
    h.writeInt(height);
    h.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", deflated(new byte[1000]));
    chunk(out, "IEND", new byte[0]);
    return png.toByteArray();
  }

  public static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    var crc = new CRC32();
    crc.update(bytes(type));
    crc.update(data);
    out.writeInt(data.length);
    out.write(bytes(type));
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  public static byte[] deflated(byte[] data) {
    var deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    var out = new byte[data.length + 100];
    int n = deflater.deflate(out);
    return Arrays.copyOf(out, n);
  }

  public static byte[] zip(Map<String, String> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The least that makes a zip an Office document with this main part. */
  public static byte[] office(String mainPart) {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
                + mainPart
                + "\"/></Types>"));
  }
}
